//! A desk with many members, made without the binary: who they are, and reminders of theirs that fall due.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use muster_core::app::App;
use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::door::Defaults;
use muster_core::ids::{GroupId, IdSource, PersonId};
use muster_core::locale::Language;
use muster_core::people::{Account, Membership, Person, default_ladder};
use muster_core::store::Store;
use muster_core::surface::{Author, Content, Inbound, RoomAddress, Standing};
use muster_core::testing::HandClock;
use muster_core::testing::world::answered_and_seen;
use muster_core::time::Zone;

/// How long before now the desk is made.
const AGE: TimeDelta = TimeDelta::hours(1);
/// How many members are entered at a time.
const AT_A_TIME: usize = 500;

/// What the `n`th member is called.
pub fn member(n: usize) -> String {
    format!("p{n:05}")
}

/// What the `n`th reminder says.
pub fn reminder(n: usize) -> String {
    format!("bring-{n:04}")
}

/// Where a crowd is, on a platform.
pub trait Town {
    /// The account of whoever administers the place.
    fn organizer(&self) -> String;
    /// The account of the `n`th member.
    fn account(&self, n: usize) -> String;
    /// Where everybody talks.
    fn square(&self) -> RoomAddress;
    /// Where somebody is alone with the bot.
    fn home(&self, account: &str) -> RoomAddress;
}

/// The makings of a desk, an hour ago.
pub struct Crowd<'a> {
    app: App,
    ids: Arc<dyn IdSource>,
    town: &'a dyn Town,
    began: Instant,
    events: u32,
}

impl fmt::Debug for Crowd<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Crowd")
            .field("began", &self.began)
            .finish_non_exhaustive()
    }
}

/// Somebody who does something.
struct Who<'a> {
    account: &'a str,
    name: &'a str,
    standing: Standing,
}

impl<'a> Crowd<'a> {
    /// A crowd that is entered into that store.
    pub fn new(store: Arc<dyn Store>, ids: Arc<dyn IdSource>, now: Instant, town: &'a dyn Town) -> Self {
        let began = now - AGE;
        let defaults = Defaults {
            zone: Zone::parse("America/New_York").expect("a zone"),
            language: Language::English,
        };
        Self {
            app: App::new(store, Arc::new(HandClock::at(began)), ids.clone(), defaults),
            ids,
            town,
            began,
            events: 0,
        }
    }

    /// Founds the group, and enters so many members who agreed to private messages.
    pub async fn found(&mut self, members: usize) {
        let account = self.town.organizer();
        let organizer = Who {
            account: &account,
            name: "ana",
            standing: Standing::Administrator,
        };
        let square = self.town.square();
        self.say(&organizer, &square, "team list").await;
        let mut unit = self.app.store().read().await.expect("the store is read");
        let place = unit
            .place(square.platform, &square.place)
            .await
            .expect("places are read");
        let group = place.expect("the group was founded").group;
        drop(unit);
        for first in (0..members).step_by(AT_A_TIME) {
            self.enter(group, first..members.min(first + AT_A_TIME)).await;
        }
    }

    /// Sets a reminder of the `n`th member's that falls due so many minutes after the beginning, which was an hour ago.
    pub async fn remind(&mut self, n: usize, minutes: u32) {
        let account = self.town.account(n);
        let who = Who {
            account: &account,
            name: &member(n),
            standing: Standing::Member,
        };
        let home = self.town.home(&account);
        self.say(&who, &home, &format!("remind me in {minutes}m {}", reminder(n)))
            .await;
    }

    async fn enter(&self, group: GroupId, members: Range<usize>) {
        let square = self.town.square();
        let mut unit = self.app.store().begin().await.expect("the store is written to");
        for n in members {
            let person = self.person(member(n));
            unit.save_person(&person).await.expect("a person is written");
            let account = Account {
                platform: square.platform,
                account: self.town.account(n),
                person: person.id,
                name: person.name,
                handle: None,
                seen_at: self.began,
            };
            unit.save_account(&account).await.expect("an account is written");
            let membership = Membership::entered(group, person.id, self.began, square.clone());
            unit.save_membership(&membership)
                .await
                .expect("a membership is written");
        }
        unit.commit().await.expect("the members are entered");
    }

    /// Somebody who has set nothing, and agreed to private messages.
    fn person(&self, name: String) -> Person {
        Person {
            id: PersonId::new(&*self.ids, self.began),
            name,
            zone: None,
            language: None,
            quiet: None,
            ladder: default_ladder(),
            agreed_at: Some(self.began),
            chosen_group: None,
            pause: None,
            digest: None,
            preferred: None,
            version: 1,
        }
    }

    /// Has a command carried out, as if its answer had been seen.
    async fn say(&mut self, who: &Who<'_>, room: &RoomAddress, text: &str) {
        self.events += 1;
        let inbound = Inbound {
            event: format!("crowd-{}", self.events),
            room: room.clone(),
            place_name: "Square".to_owned(),
            author: Author::new(who.account, who.name, who.standing),
            content: Content::Typed(text.to_owned()),
            on: None,
            edits: None,
            answer_by: None,
            prefix: None,
            said_at: None,
            unseen: false,
            received_at: self.began,
        };
        answered_and_seen(&self.app, &inbound).await;
    }
}
