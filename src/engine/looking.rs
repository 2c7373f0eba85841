//! The doors that only read. For whoever types: what could come next, and the form of a command. People wait for them while
//! they type, and can do without: where the store does not say, nothing is offered, and the fault is reported. For
//! calendar programs: what stands at an address.

use muster_core::catalogue::complete::{Choice, Query};
use muster_core::reply::form::Form;
use muster_core::surface::Inbound;

use super::Engine;

impl Engine {
    /// What could come next in a half-typed command; nothing where the store does not say.
    pub(super) async fn choices(&self, query: &Query) -> Vec<Choice> {
        self.app.complete(query).await.unwrap_or_else(|fault| {
            self.report(&fault.into(), "a half-typed command could not be completed");
            Vec::new()
        })
    }

    /// The form that an event asks for; `None` where there is none, or the store does not say.
    pub(super) async fn form(&self, inbound: &Inbound) -> Option<Form> {
        self.app.form(inbound).await.unwrap_or_else(|fault| {
            self.report(&fault.into(), "a form could not be made");
            None
        })
    }

    /// The calendar at the address with that secret, if there is one. Where the store does not say, the reference of the log
    /// line, which tells nothing of the secret.
    pub(crate) async fn calendar(&self, secret: &str) -> Result<Option<String>, String> {
        let read = self.app.calendar(secret).await;
        read.map_err(|fault| self.report(&fault.into(), "a calendar could not be read"))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use async_trait::async_trait;
    use muster_core::app::App;
    use muster_core::catalogue::complete::Query;
    use muster_core::door::Defaults;
    use muster_core::locale::Language;
    use muster_core::store::{Hints, Silence, Store, StoreError, StoreResult, UnitOfWork};
    use muster_core::surface::{Author, Content, Inbound, Platform, RoomAddress, Standing};
    use muster_core::testing::MemoryStore;
    use muster_core::time::Zone;

    use crate::clock::{DeskClock, Timer};
    use crate::engine::Engine;
    use crate::engine::metrics::Metrics;
    use crate::ids::MachineIds;

    /// A store that does not answer.
    struct Down;

    #[async_trait]
    impl Store for Down {
        async fn begin(&self) -> StoreResult<Box<dyn UnitOfWork>> {
            Err(StoreError::Contended)
        }

        async fn read(&self) -> StoreResult<Box<dyn UnitOfWork>> {
            Err(StoreError::Contended)
        }

        async fn scrub(&self) -> StoreResult<bool> {
            Err(StoreError::Contended)
        }

        fn is_shared(&self) -> bool {
            false
        }

        async fn announce(&self, _: &str) -> StoreResult<()> {
            Ok(())
        }

        async fn listen(&self, _: &str) -> StoreResult<Box<dyn Hints>> {
            Ok(Box::new(Silence))
        }
    }

    fn engine_on(store: impl Store + 'static) -> Arc<Engine> {
        let clock = Arc::new(DeskClock::default());
        let ids = Arc::new(MachineIds::default());
        let defaults = Defaults {
            zone: Zone::parse("America/New_York").unwrap(),
            language: Language::English,
        };
        let app = App::new(Arc::new(store), clock.clone(), ids.clone(), defaults);
        Arc::new(Engine::new(
            app,
            ids,
            Timer::new(clock),
            Metrics::new(&[Platform::Discord]),
        ))
    }

    /// What is offered after `poll n`, and whether `shift add` alone opens a form.
    async fn looked_at(engine: &Arc<Engine>) -> (Vec<String>, bool) {
        let room = RoomAddress {
            platform: Platform::Discord,
            place: "guild".to_owned(),
            room: "channel".to_owned(),
            private: false,
        };
        let author = Author::new("1", "Ana", Standing::Administrator);
        let inbound = Inbound {
            event: "1".to_owned(),
            room: room.clone(),
            place_name: "Ward 3".to_owned(),
            author: author.clone(),
            content: Content::Typed("shift add".to_owned()),
            on: None,
            edits: None,
            answer_by: None,
            prefix: None,
            said_at: None,
            unseen: false,
            received_at: engine.now(),
        };
        let intake = engine.doorstep(Platform::Discord);
        let query = Query::line(room, author, "poll ne".to_owned());
        let offered = intake.complete(&query).await.into_iter();
        let offered = offered.map(|choice| choice.value).collect();
        (offered, intake.form(&inbound).await.is_some())
    }

    #[tokio::test]
    async fn whoever_types_is_helped() {
        let engine = engine_on(MemoryStore::default());
        assert_eq!(looked_at(&engine).await, (vec!["new".to_owned()], true));
        assert!(engine.metrics.encode(None).contains("muster_faults_total 0\n"));
    }

    #[tokio::test]
    async fn a_store_that_does_not_answer_offers_nothing_and_is_reported() {
        let engine = engine_on(Down);
        assert_eq!(looked_at(&engine).await, (Vec::new(), false));
        assert!(engine.metrics.encode(None).contains("muster_faults_total 2\n"));
    }
}
