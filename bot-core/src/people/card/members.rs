//! The card of `group members`: names, roles and teams, never an account or an address.

use super::me::in_teams;
use crate::locale::Voice;
use crate::people::{Group, Member};
use crate::phrase;
use crate::reply::{Card, Line};

/// How many members stand on one page.
pub(crate) const PAGE: usize = 30;

/// A member as the list shows them.
#[derive(Debug)]
pub(crate) struct Listed {
    pub(crate) member: Member,
    /// Teams by name, with whether as a captain.
    pub(crate) teams: Vec<(String, bool)>,
}

/// One page of the members of a group, of `count` in all.
pub(crate) fn card(voice: &Voice, group: &Group, shown: &[Listed], count: usize, page: usize) -> Card {
    let heading = phrase!("members-heading", group = user group.name, count = number count);
    let card = Card::new()
        .heading(voice.line(&heading))
        .list(shown.iter().map(|one| line(voice, one)));
    let left = count.saturating_sub(page * PAGE);
    if left == 0 {
        return card;
    }
    let next = format!("group members {}", page + 1);
    card.line(voice.line(&phrase!("members-more", count = number left)))
        .actions(voice, [], next)
}

fn line(voice: &Voice, Listed { member, teams }: &Listed) -> Line {
    voice.line(&if teams.is_empty() {
        phrase!("members-line", member = person member.name, role = word member.role.word())
    } else {
        phrase!("members-line-teams", member = person member.name, role = word member.role.word(), teams = list in_teams(teams))
    })
}
