//! The desk of a group, as the person who acts stands at it.

use crate::catalogue::{nearest, sought};
use crate::error::{Hint, Outcome, UserError};
use crate::ids::{CardOf, PersonId, TeamId};
use crate::locale::{Phrase, Voice};
use crate::people::{Account, Group, Member, Person, Role, Team, choosing};
use crate::phrase;
use crate::reply::Card;
use crate::store::UndoEntry;
use crate::surface::{Inbound, Rights, RoomAddress};
use crate::time::Frame;
use crate::undo::Undo;
use crate::work::Work;

/// Who acts, where, and everything a use case needs.
#[derive(Debug)]
pub struct Desk<'a> {
    /// The unit of work.
    pub work: Work<'a>,
    /// Who acts.
    pub actor: Actor,
    /// The group that the act concerns; `None` where there is none (`help` in a stranger's private chat).
    pub group: Option<Group>,
    /// The actor's groups, where they are in several and the act, in private, names none of them.
    pub of_many: Vec<Group>,
    /// Where the act happened.
    pub room: RoomAddress,
    /// Whether nobody else sees what was asked and what is answered.
    pub between_us: bool,
    /// What the platform calls the place of that room.
    pub place_name: String,
    /// What the bot may do in that room, where the platform was asked.
    pub rights: Option<Rights>,
    /// The key of the event: makes what it sets off the same messages if it is carried out again.
    pub event: String,
    /// The command as it may be typed again, for a question that it must answer first.
    pub typed: String,
    /// How the answer speaks: to the person in private, to the room in public.
    pub voice: Voice,
}

/// Who acts.
#[derive(Debug, Clone)]
pub struct Actor {
    /// The person.
    pub person: Person,
    /// Their account, by the platform's id.
    pub account: String,
    /// Whether they write as the place itself: then they are nobody in the register, and nobody knows who it is.
    pub anonymous: bool,
    /// Whether the platform says that they administer this place.
    pub administers: bool,
    /// Their role in the group.
    pub role: Role,
    /// The teams they are a captain of.
    pub captain_of: Vec<TeamId>,
}

/// The answer to a command. Who sees it is declared by the command's spec.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What is seen.
    pub card: Card,
    /// Whether the person was forgotten: neither the event nor the answer is kept.
    pub is_farewell: bool,
    /// Whose card it is, where it is one that is kept up to date.
    pub card_of: Option<CardOf>,
}

impl Answer {
    /// The answer to somebody who was forgotten.
    pub const fn farewell(card: Card) -> Self {
        Self {
            card,
            is_farewell: true,
            card_of: None,
        }
    }

    /// The card of that: it is kept up to date where the platform can.
    pub fn live(shown: impl Into<CardOf>, card: Card) -> Self {
        Self {
            card,
            is_farewell: false,
            card_of: Some(shown.into()),
        }
    }
}

impl From<Card> for Answer {
    fn from(card: Card) -> Self {
        Self {
            card,
            is_farewell: false,
            card_of: None,
        }
    }
}

impl Desk<'_> {
    /// The group; where there is none, a sentence that says how to come by one.
    pub fn group(&self) -> Result<&Group, UserError> {
        self.group.as_ref().ok_or_else(|| {
            if self.of_many.is_empty() {
                UserError::new(phrase!("group-none-here"))
            } else {
                choosing::which(&self.of_many)
            }
        })
    }

    /// Who acts.
    pub const fn me(&self) -> PersonId {
        self.actor.person.id
    }

    /// The platform's id of the event.
    pub fn event_id(&self) -> &str {
        let room = format!("{}/{}/{}/", self.room.platform.code(), self.room.place, self.room.room);
        self.event.strip_prefix(&room).unwrap_or(&self.event)
    }

    /// The key of the answer to the event.
    pub fn answer_key(&self) -> String {
        answer_key(&self.event)
    }

    /// How the person's own `<when>` phrases are read.
    pub fn frame(&self) -> Frame {
        frame(&self.actor.person, self.group.as_ref(), &self.voice)
    }

    /// An answer of one sentence.
    pub fn say(&self, phrase: &Phrase) -> Answer {
        self.voice.say(phrase).into()
    }

    /// Whether the person runs that team's work (or the whole group's): organizers and captains of the group do,
    /// captains of the team do for their team.
    pub fn runs(&self, team: Option<TeamId>) -> bool {
        self.actor.role >= Role::Captain || team.is_some_and(|team| self.actor.captain_of.contains(&team))
    }

    /// Refuses whoever does not [run](Self::runs) that team's work.
    pub fn must_run(&self, team: Option<TeamId>) -> Result<(), UserError> {
        if self.runs(team) {
            Ok(())
        } else if self.actor.captain_of.is_empty() {
            Err(UserError::new(phrase!("forbidden-captains")))
        } else {
            Err(UserError::new(phrase!("forbidden-other-team")))
        }
    }

    /// The member of that name, without regard to case. A name that fits nobody or two people is asked about.
    pub async fn find_member(&mut self, name: &str) -> Outcome<Member> {
        let group = self.group()?.id;
        let members = self.work.unit.members(group).await?;
        if let Some(account) = self.mentioned(name).await? {
            let member = members.iter().find(|member| member.person == account.person);
            return member
                .cloned()
                .ok_or_else(|| phrase!("member-not-here", name = user account.name).into());
        }
        let wanted = sought(name.trim().trim_start_matches('@'));
        let mut fitting = members.iter().filter(|member| sought(&member.name) == wanted);
        match (fitting.next(), fitting.next()) {
            (Some(member), None) => Ok(member.clone()),
            (Some(_), Some(_)) => Err(phrase!("member-two", name = user name).into()),
            (None, _) => {
                if let Some(member) = self.called(&wanted, &members).await? {
                    return Ok(member);
                }
                let error = UserError::new(phrase!("member-unknown", name = user name));
                let names = members.iter().map(|member| member.name.as_str());
                Err(match nearest(&wanted, names) {
                    Some(near) => error.hint(Hint::DidYouMean(near.to_owned())),
                    None => error,
                }
                .into())
            }
        }
    }

    /// The account that a mention names by its id, `<@123>`: so an adapter hands on whom a platform's mention is of.
    async fn mentioned(&mut self, typed: &str) -> Outcome<Option<Account>> {
        let id = typed.trim().strip_prefix("<@").and_then(|rest| rest.strip_suffix('>'));
        let Some(id) = id else { return Ok(None) };
        let account = self.work.unit.account(self.room.platform, id).await?;
        account
            .map(Some)
            .ok_or_else(|| phrase!("member-mentioned-unknown").into())
    }

    /// The member whom people on this platform call by that handle.
    async fn called(&mut self, handle: &str, members: &[Member]) -> Outcome<Option<Member>> {
        let account = self.work.unit.account_by_handle(self.room.platform, handle).await?;
        let person = account.map(|account| account.person);
        Ok(members.iter().find(|member| Some(member.person) == person).cloned())
    }

    /// The team of that name, without regard to case.
    pub async fn find_team(&mut self, name: &str) -> Outcome<Team> {
        let group = self.group()?.id;
        let wanted = sought(name);
        let teams = self.work.unit.teams(group).await?;
        if let Some(team) = teams.iter().find(|team| sought(&team.name) == wanted) {
            return Ok(team.clone());
        }
        let error = UserError::new(phrase!("team-unknown", name = user name));
        Err(match nearest(&wanted, teams.iter().map(|team| team.name.as_str())) {
            Some(near) => error.hint(Hint::DidYouMean(near.to_owned())),
            None => error.type_next("team list"),
        }
        .into())
    }

    /// The team of that name, where one is named.
    pub async fn find_team_if_any(&mut self, name: Option<&str>) -> Outcome<Option<TeamId>> {
        Ok(match name {
            Some(name) => Some(self.find_team(name).await?.id),
            None => None,
        })
    }

    /// Remembers what takes this act back. Without a group there is nothing to remember it in.
    pub async fn remember_undo(&mut self, undo: Undo) -> Outcome<()> {
        let Some(group) = &self.group else { return Ok(()) };
        let entry = UndoEntry {
            group: group.id,
            person: self.me(),
            at: self.work.now,
            undo,
        };
        self.work.unit.remember_undo(&entry).await?;
        Ok(())
    }
}

/// How a person's `<when>` phrases are read: their own zone, else the group's, else that of the answer.
pub fn frame(person: &Person, group: Option<&Group>, voice: &Voice) -> Frame {
    let zone = person
        .zone
        .as_ref()
        .or(group.map(|group| &group.zone))
        .unwrap_or(&voice.zone);
    Frame {
        now: voice.now,
        zone: zone.clone(),
        language: person.language.unwrap_or(voice.language),
    }
}

/// The key of the answer to the event of that key.
pub fn answer_key(event: &str) -> String {
    format!("answer/{event}")
}

/// The platform's idempotency key of an inbound event, for what it sets off.
pub fn event_key(inbound: &Inbound) -> String {
    let RoomAddress {
        platform, place, room, ..
    } = &inbound.room;
    format!("{}/{place}/{room}/{}", platform.code(), inbound.event)
}
