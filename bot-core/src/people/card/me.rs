//! The card of `me`: what is known of me, each setting with what changes it.

use crate::ids::GroupId;
use crate::locale::{Arg, Phrase, Voice};
use crate::people::{Account, Pause, Person, Role};
use crate::phrase;
use crate::reply::{Card, Line};

/// What `me` shows.
#[derive(Debug)]
pub(crate) struct Me {
    pub(crate) person: Person,
    pub(crate) accounts: Vec<Account>,
    pub(crate) groups: Vec<Membership>,
    pub(crate) skills: Vec<String>,
}

/// Somebody's place in one of their groups, as they see it themselves.
#[derive(Debug)]
pub(crate) struct Membership {
    pub(crate) id: GroupId,
    pub(crate) group: String,
    pub(crate) role: Role,
    /// Teams by name, with whether as a captain.
    pub(crate) teams: Vec<(String, bool)>,
}

pub(crate) fn card(voice: &Voice, me: &Me) -> Card {
    let Me {
        person,
        accounts,
        groups,
        skills: named,
    } = me;
    let mut card = Card::new()
        .heading(Line::default().person(person.name.as_str()))
        .line(voice.line(&phrase!(
            "me-accounts",
            accounts = list accounts.iter().map(account).collect(),
            change = command "me link"
        )));
    if let Some(preference) = preference(me) {
        card = card.line(voice.line(&preference));
    }
    if groups.is_empty() {
        card = card.line(voice.line(&phrase!("me-no-group")));
    }
    for membership in groups {
        card = card.line(voice.line(&of_group(membership)));
    }
    if groups.len() > 1 {
        card = card.line(voice.line(&meant(me)));
    }
    [
        zone(person, voice),
        language(person),
        reminders(person),
        quiet(person),
        pause(person, voice),
        digest(person),
        skills(named),
        private(person),
    ]
    .iter()
    .fold(card, |card, setting| card.line(voice.line(setting)))
}

/// "Ana (console)".
pub(crate) fn account(account: &Account) -> Arg {
    Arg::Phrase(phrase!(
        "account-on",
        name = person account.name,
        platform = word account.platform.code()
    ))
}

/// Where private messages go first, where there is a choice.
fn preference(me: &Me) -> Option<Phrase> {
    if let Some(platform) = me.person.preferred {
        return Some(phrase!("me-preferred", platform = word platform.code(), change = command "me prefer last"));
    }
    let last = me.accounts.first()?.platform;
    let other = me.accounts.iter().find(|account| account.platform != last)?.platform;
    let change = format!("me prefer {}", other.code());
    Some(phrase!("me-preferred-last", platform = word last.code(), change = command change))
}

/// Which group private commands are about.
fn meant(me: &Me) -> Phrase {
    let chosen = me.groups.iter().find(|one| Some(one.id) == me.person.chosen_group);
    match chosen {
        Some(chosen) => phrase!("me-chosen-group", group = user chosen.group, change = command "group use"),
        None => phrase!("me-no-chosen-group", change = command "group use"),
    }
}

fn of_group(Membership { group, role, teams, .. }: &Membership) -> Phrase {
    if teams.is_empty() {
        return phrase!("me-group", group = user group, role = word role.word());
    }
    phrase!("me-group-teams", group = user group, role = word role.word(), teams = list in_teams(teams))
}

/// "North, Drivers (captain)".
pub(super) fn in_teams(teams: &[(String, bool)]) -> Vec<Arg> {
    let team = |(team, captain): &(String, bool)| {
        Arg::Phrase(if *captain {
            phrase!("me-team-captain", team = user team)
        } else {
            phrase!("me-team", team = user team)
        })
    };
    teams.iter().map(team).collect()
}

fn zone(person: &Person, voice: &Voice) -> Phrase {
    let change = "me timezone Chicago";
    match &person.zone {
        Some(zone) => phrase!("me-zone", zone = zone zone, change = command change),
        None => phrase!("me-zone-inherited", zone = zone voice.zone, change = command change),
    }
}

fn language(person: &Person) -> Phrase {
    let change = "me language es";
    match person.language {
        Some(language) => phrase!("me-language", language = word language.code(), change = command change),
        None => phrase!("me-language-inherited", change = command change),
    }
}

fn reminders(person: &Person) -> Phrase {
    let change = "me reminders 24h,2h";
    if person.ladder.is_empty() {
        return phrase!("me-reminders-none", change = command change);
    }
    let rungs = person.ladder.iter().copied().map(Arg::Duration).collect();
    phrase!("me-reminders", ladder = list rungs, change = command change)
}

fn quiet(person: &Person) -> Phrase {
    let change = "me quiet 21:00-08:00";
    match person.quiet {
        Some(quiet) => phrase!(
            "me-quiet",
            from = word quiet.from.format("%H:%M"),
            to = word quiet.to.format("%H:%M"),
            change = command change
        ),
        None => phrase!("me-quiet-none", change = command change),
    }
}

fn pause(person: &Person, voice: &Voice) -> Phrase {
    let end = "me pause off";
    match person.pause.as_ref().filter(|_| person.is_paused(voice.now)) {
        Some(Pause { until: Some(until), .. }) => phrase!("me-paused-until", until = moment until, end = command end),
        Some(Pause { until: None, .. }) => phrase!("me-paused", end = command end),
        None => phrase!("me-not-paused", change = command "me pause fri"),
    }
}

fn digest(person: &Person) -> Phrase {
    match person.digest {
        Some(time) => {
            phrase!("me-digest", time = word time.format("%H:%M"), end = command "me digest off")
        }
        None => phrase!("me-digest-none", change = command "me digest 8:00"),
    }
}

/// What somebody can do.
pub(crate) fn skills(skills: &[String]) -> Phrase {
    let change = "me skills driver, spanish";
    if skills.is_empty() {
        return phrase!("me-skills-none", change = command change);
    }
    let skills = skills.iter().cloned().map(Arg::User).collect();
    phrase!("me-skills", skills = list skills, change = command change)
}

fn private(person: &Person) -> Phrase {
    if person.agreed_at.is_some() {
        phrase!("me-private-agreed")
    } else {
        phrase!("me-private-not-yet")
    }
}
