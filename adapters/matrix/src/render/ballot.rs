//! A poll as an event of Matrix's own (`m.poll.start`, in the spelling that clients write: MSC 3381), beside its card: for
//! people whose client shows polls.

use muster_core::catalogue::opens_with_an_area;
use muster_core::reply::action::ActionToken;
use muster_core::reply::{Block, Card, plain};
use serde_json::{Map, Value, json};

use super::{OFFERS, Offer};

/// The most options of a poll (MSC 3381: 20; clients ignore the others).
const MOST_OPTIONS: usize = 20;

/// A poll that people may answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// What names the poll among all: the token of a vote for it, up to the option.
    pub poll: String,
    question: String,
    most: u32,
    options: Vec<Offer>,
}

/// The poll on a card, where it is one that everybody may see the votes of.
pub fn ballot(card: &Card) -> Option<Ballot> {
    let heading = card.blocks.iter().find_map(|block| match block {
        Block::Heading(line) => Some(plain::text(line)),
        _ => None,
    });
    let (most, buttons) = card.blocks.iter().find_map(|block| match block {
        Block::Actions(actions) => Some((actions.ballot?, &actions.buttons)),
        _ => None,
    })?;
    let options: Vec<Offer> = buttons
        .iter()
        .filter_map(|button| {
            let (_, number) = button.token.rsplit_once(' ')?;
            Some(Offer {
                // A tap changes the vote by one step; who answers a poll says all that they choose.
                key: number.trim_start_matches('+').to_owned(),
                label: button.label.clone(),
                token: button.token.clone(),
            })
        })
        .collect();
    let poll = options.first()?.token.rsplit_once(' ')?.0.to_owned();
    let is_vote = poll
        .parse::<ActionToken>()
        .is_ok_and(|token| opens_with_an_area(token.command()));
    (is_vote && (2..=MOST_OPTIONS).contains(&options.len())).then(|| Ballot {
        poll,
        question: heading.unwrap_or_default(),
        most,
        options,
    })
}

impl Ballot {
    /// The event that opens it. Clients count the votes of their own users only, so it does not show them: the card does.
    pub fn start(&self) -> Map<String, Value> {
        let lines = self.options.iter().enumerate();
        let lines: Vec<String> = lines
            .map(|(at, option)| format!("{}. {}", at + 1, option.label))
            .collect();
        let answers = self
            .options
            .iter()
            .map(|option| json!({ "id": option.key, "org.matrix.msc1767.text": option.label }));
        object(json!({
            "org.matrix.msc3381.poll.start": {
                "question": {
                    "org.matrix.msc1767.text": self.question,
                    "body": self.question,
                    "msgtype": "m.text",
                },
                "kind": "org.matrix.msc3381.poll.undisclosed",
                "max_selections": self.most,
                "answers": answers.collect::<Vec<_>>(),
            },
            "org.matrix.msc1767.text": format!("{}\n{}", self.question, lines.join("\n")),
            "m.mentions": {},
            OFFERS: self.options,
        }))
    }
}

/// The event that ends the poll which that event opened, with what came of it.
pub fn end(poll: &str, result: &str) -> Map<String, Value> {
    object(json!({
        "org.matrix.msc3381.poll.end": {},
        "org.matrix.msc1767.text": result,
        "body": result,
        "m.mentions": {},
        "m.relates_to": { "rel_type": "m.reference", "event_id": poll },
    }))
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
