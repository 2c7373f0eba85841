//! Messages that wait for others: those that name whoever is forgotten are rewritten, those that quote what is removed
//! are dropped.

use crate::error::Fault;
use crate::locale::{Language, Voice};
use crate::people::{Account, Group, Person};
use crate::phrase;
use crate::reply::{Block, Card, Line, Span};
use crate::store::OutboxRow;
use crate::surface::{Address, Platform};
use crate::time::Zone;
use crate::work::Work;

/// Rewrites or drops what waits for others. Their own goes with their accounts.
pub(super) async fn rewrite(
    work: &mut Work<'_>,
    person: &Person,
    accounts: &[Account],
    names: &[String],
    words: &[String],
    otherwise: Language,
) -> Result<(), Fault> {
    for row in work.unit.unsettled_messages().await? {
        let own = row.person == Some(person.id) || accounts.iter().any(|account| row.is_for(account));
        if own {
            continue;
        }
        if quotes(&row.card, words) || encloses(&row.card, names, words) {
            work.unit.remove_message(row.id).await?;
            continue;
        }
        let language = language_of(work, &row).await?.unwrap_or(otherwise);
        let voice = Voice {
            language,
            zone: Zone::utc(),
            now: work.now,
        };
        let nobody = voice.text(&phrase!("former-member"));
        let mut card = row.card.clone();
        for span in spans_mut(&mut card) {
            if names_them(span, names, accounts) {
                *span = Span::Text(nobody.clone());
            }
        }
        if card != row.card {
            work.unit.rewrite_message(row.id, &card).await?;
        }
    }
    Ok(())
}

/// Drops what waits for the rooms of a group that goes.
pub(super) async fn drop_those_to(work: &mut Work<'_>, group: &Group) -> Result<(), Fault> {
    let places = work.unit.places_of(group.id).await?;
    for row in work.unit.unsettled_messages().await? {
        let Address::Room { room, .. } = &row.to else { continue };
        let is_there = places
            .iter()
            .any(|place| (place.platform, &place.place) == (room.platform, &room.place));
        if is_there {
            work.unit.remove_message(row.id).await?;
        }
    }
    Ok(())
}

/// The language that a message speaks: its reader's, else that of the group whose room it is for.
async fn language_of(work: &mut Work<'_>, row: &OutboxRow) -> Result<Option<Language>, Fault> {
    if let Some(reader) = row.person
        && let Some(person) = work.unit.person(reader).await?
        && person.language.is_some()
    {
        return Ok(person.language);
    }
    let group = match (&row.to, row.person) {
        (Address::Room { room, .. }, _) => match work.unit.place(room.platform, &room.place).await? {
            Some(place) => work.unit.group(place.group).await?,
            None => None,
        },
        (Address::Account { .. }, Some(reader)) => work.unit.groups_of(reader).await?.into_iter().next(),
        (Address::Account { .. }, None) => None,
    };
    Ok(group.map(|group| group.language))
}

/// Whether that is the name or an account of whoever is forgotten.
fn names_them(span: &Span, names: &[String], accounts: &[Account]) -> bool {
    match span {
        Span::Person(name) => names.contains(name),
        Span::Mention { name, accounts: called } => {
            let is_theirs = |(platform, id): &(Platform, String)| {
                accounts
                    .iter()
                    .any(|account| (account.platform, &account.account) == (*platform, id))
            };
            names.contains(name) || called.iter().any(is_theirs)
        }
        _ => false,
    }
}

fn quotes(card: &Card, words: &[String]) -> bool {
    let mut card = card.clone();
    spans_mut(&mut card)
        .iter()
        .any(|span| matches!(&**span, Span::User(text) if words.contains(text)))
}

/// Whether a card carries somebody's name or words where they cannot be taken out: in a file, on a picture, or within a command.
fn encloses(card: &Card, names: &[String], words: &[String]) -> bool {
    let holds = |text: &str, word: &String| !word.is_empty() && text.contains(word.as_str());
    card.blocks.iter().any(|block| match block {
        Block::Document { name, text, .. } => {
            let any = |word| holds(text, word) || holds(name, word);
            names.iter().chain(words).any(any)
        }
        Block::Picture(picture) => {
            let any = |word| picture.texts().any(|text| holds(text, word));
            names.iter().chain(words).any(any)
        }
        Block::Bars(bars) => bars.iter().any(|bar| words.contains(&bar.label)),
        Block::Actions(actions) => {
            let buttons = actions.buttons.iter().chain(&actions.forms);
            let tokens = buttons.map(|button| button.token.as_str());
            let typed = actions.typed.0.iter().map(Span::as_str);
            tokens.chain(typed).any(|text| names_within(text, names))
        }
        Block::Heading(Line(spans)) | Block::Aside(Line(spans)) | Block::Line(Line(spans)) => names_in(spans, names),
        Block::List(lines) => lines.iter().any(|Line(spans)| names_in(spans, names)),
    })
}

fn names_in(spans: &[Span], names: &[String]) -> bool {
    let mut commands = spans.iter().filter(|span| matches!(span, Span::Command(_)));
    commands.any(|command| names_within(command.as_str(), names))
}

/// Whether one of these names is a word of that command, quoted or not.
fn names_within(command: &str, names: &[String]) -> bool {
    let mut named = names.iter().filter(|name| !name.is_empty());
    named.any(|name| {
        command.match_indices(name.as_str()).any(|(at, _)| {
            let before = command[..at].chars().next_back();
            let after = command[at + name.len()..].chars().next();
            !before.into_iter().chain(after).any(char::is_alphanumeric)
        })
    })
}

/// Every piece of text of a card.
fn spans_mut(card: &mut Card) -> Vec<&mut Span> {
    let lines = card.blocks.iter_mut().flat_map(|block| match block {
        Block::Heading(line) | Block::Aside(line) | Block::Line(line) => vec![line],
        Block::List(lines) => lines.iter_mut().collect(),
        Block::Actions(actions) => vec![&mut actions.typed],
        Block::Bars(_) | Block::Document { .. } | Block::Picture(_) => Vec::new(),
    });
    lines.flat_map(|Line(spans)| spans).collect()
}
