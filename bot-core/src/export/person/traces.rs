//! What their acts left, and what is on its way to them.

use super::entries::{AskEntry, Code, Coming, EventEntry, LogLine, Message, Of, OwnUndo};
use super::{Hall, LOG_LINES};
use crate::error::Fault;
use crate::export::kept::Kept;
use crate::ids::{Kind, Reference};
use crate::people::Account;
use crate::people::link::{LinkCode, LinkPurpose};
use crate::reply::plain;
use crate::store::{EventKey, OutboxRow, StoreResult};

impl Hall<'_> {
    pub(super) async fn coming(&mut self) -> StoreResult<Vec<Of<Coming>>> {
        let mut coming = Vec::new();
        for due in self.unit.agenda_of(self.person).await? {
            let entry = Coming {
                at: due.at,
                about: due.subject.kind,
                act: due.act,
            };
            coming.push(self.of(due.group, entry).await?);
        }
        Ok(coming)
    }

    pub(super) async fn log(&mut self) -> Result<Vec<Of<LogLine>>, Fault> {
        let mut kept = Kept::new(self.bound);
        let lines = self.unit.audit_about(self.person, LOG_LINES).await?;
        let count = lines.len();
        for (index, line) in lines.into_iter().enumerate() {
            let entry = LogLine {
                at: line.at,
                act: line.act,
                subject: line.subject,
                by_you: line.actor == self.person,
                about_you: line.person == Some(self.person),
            };
            if !kept.keep(self.of(line.group, entry).await?)? {
                self.left_out.older("lines of the log", count - index);
                break;
            }
        }
        Ok(kept.in_order())
    }

    pub(super) async fn undo(&mut self) -> Result<Vec<Of<OwnUndo>>, Fault> {
        let mut acts = Vec::new();
        for act in self.unit.undo_of(self.person).await? {
            let takes_back = serde_json::to_value(&act.undo).map_err(|source| Fault::Payload {
                what: "an undo",
                source,
            })?;
            let entry = OwnUndo { at: act.at, takes_back };
            acts.push(self.of(act.group, entry).await?);
        }
        Ok(acts)
    }

    pub(super) async fn asks(&mut self) -> StoreResult<Vec<Of<AskEntry>>> {
        let mut asks = Vec::new();
        for (group, number, ask) in self.unit.asks_of_person(self.person).await? {
            let entry = AskEntry {
                shift: Reference::new(Kind::Shift, number),
                asked_at: ask.asked_at,
                declined_at: ask.declined_at,
            };
            asks.push(self.of(group, entry).await?);
        }
        Ok(asks)
    }

    pub(super) async fn codes(&mut self) -> StoreResult<Vec<Code>> {
        let mut codes = Vec::new();
        for code in self.unit.link_codes_of(self.person).await? {
            codes.push(self.code(code).await?);
        }
        Ok(codes)
    }

    async fn code(&mut self, code: LinkCode) -> StoreResult<Code> {
        let (asked_by, group) = match code.purpose {
            LinkPurpose::Person(person) => (person, None),
            LinkPurpose::Group { group, organizer } => (organizer, Some(group)),
        };
        let group = match group {
            Some(group) => self.unit.group(group).await?,
            None => None,
        };
        Ok(Code {
            for_group: group.map(|group| group.name),
            asked_by: self.names.person(self.unit, asked_by).await?,
            agreed_by: self.names.person_if_any(self.unit, code.claimed_by).await?,
            expires_at: code.expires_at,
            used_at: code.used_at,
        })
    }

    /// What is on its way to them, and to rooms as the answer to their act. Of what is settled only keys are left, which
    /// tell a repetition.
    pub(super) async fn messages(&mut self, accounts: &[Account]) -> Result<Vec<Message>, Fault> {
        let mut kept = Kept::new(self.bound);
        let mut unsettled = self.unit.unsettled_messages().await?;
        unsettled.retain(|row| row.person == Some(self.person) || accounts.iter().any(|account| row.is_for(account)));
        let count = unsettled.len();
        for (index, row) in unsettled.into_iter().rev().enumerate() {
            if !kept.keep(message(row))? {
                self.left_out.older("messages", count - index);
                break;
            }
        }
        Ok(kept.in_order())
    }

    pub(super) async fn events(&mut self, accounts: &[Account]) -> Result<Vec<EventEntry>, Fault> {
        let mut kept = Kept::new(self.bound);
        for account in accounts {
            let events = self.unit.events_of(account.platform, &account.account).await?;
            let count = events.len();
            for (index, event) in events.into_iter().rev().enumerate() {
                if !kept.keep(entry(event))? {
                    self.left_out.older("events", count - index);
                    break;
                }
            }
        }
        Ok(kept.in_order())
    }
}

fn message(row: OutboxRow) -> Message {
    Message {
        text: plain::render(&row.card),
        key: row.key,
        kind: row.kind,
        to: row.to,
        state: row.state,
        not_before: row.not_before,
        created_at: row.created_at,
    }
}

fn entry(event: EventKey) -> EventEntry {
    EventEntry {
        room: event.room,
        received_at: event.received_at,
        done_at: event.done_at,
    }
}
