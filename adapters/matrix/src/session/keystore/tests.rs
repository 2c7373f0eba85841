//! A synchronisation that brings a key is cut off wherever it waits for anything, and comes again.

use std::collections::BTreeMap;
use std::future::poll_fn;
use std::path::Path;
use std::pin::pin;
use std::task::Poll;

use matrix_sdk::SqliteCryptoStore;
use matrix_sdk::ruma::api::client::keys::{claim_keys, get_keys, upload_keys};
use matrix_sdk::ruma::api::client::sync::sync_events::DeviceLists;
use matrix_sdk::ruma::events::AnyToDeviceEvent;
use matrix_sdk::ruma::serde::Raw;
use matrix_sdk::ruma::{DeviceId, OneTimeKeyAlgorithm, RoomId, UserId, device_id, room_id, uint, user_id};
use matrix_sdk_crypto::types::requests::AnyOutgoingRequest;
use matrix_sdk_crypto::{DecryptionSettings, EncryptionSettings, EncryptionSyncChanges, OlmMachine, TrustRequirement};
use serde_json::json;

use super::{KeyStore, whole};

/// More than any synchronisation waits for.
const OFTEN: usize = 1_000;

fn ana() -> (&'static UserId, &'static DeviceId) {
    (user_id!("@ana:muster.test"), device_id!("ANA"))
}

fn bot() -> (&'static UserId, &'static DeviceId) {
    (user_id!("@muster:muster.test"), device_id!("BOT"))
}

fn room() -> &'static RoomId {
    room_id!("!ward:muster.test")
}

/// The bot's keys, from that folder.
async fn keys_in(folder: &Path) -> OlmMachine {
    let store = KeyStore(SqliteCryptoStore::open(folder, None).await.unwrap());
    OlmMachine::with_store(bot().0, bot().1, store, None).await.unwrap()
}

/// What of a request a machine wants to make is looked for, and the id of that request.
async fn wanted<T>(machine: &OlmMachine, of: impl Fn(&AnyOutgoingRequest) -> Option<T>) -> (T, String) {
    let requests = machine.outgoing_requests().await.unwrap();
    let mut asked = requests
        .iter()
        .filter_map(|request| Some((of(request.request())?, request.request_id().to_string())));
    asked.next().unwrap()
}

/// The bot's first keys, in that folder, and the message with which Ana's device sends it the key of the room: its session.
async fn key_on_its_way(folder: &Path) -> (Raw<AnyToDeviceEvent>, String) {
    let keys = keys_in(folder).await;
    let (uploaded, id) = wanted(&keys, |asked| match asked {
        AnyOutgoingRequest::KeysUpload(upload) => Some(upload.clone()),
        _ => None,
    })
    .await;
    let counts = BTreeMap::from([(OneTimeKeyAlgorithm::SignedCurve25519, uint!(50))]);
    keys.mark_request_as_sent(id.as_str().into(), &upload_keys::v3::Response::new(counts))
        .await
        .unwrap();

    let machine = OlmMachine::new(ana().0, ana().1).await;
    machine.update_tracked_users([bot().0]).await.unwrap();
    let ((), id) = wanted(&machine, |asked| {
        matches!(asked, AnyOutgoingRequest::KeysQuery(_)).then_some(())
    })
    .await;
    let mut devices = get_keys::v3::Response::new();
    let device = BTreeMap::from([(bot().1.to_owned(), uploaded.device_keys.unwrap())]);
    devices.device_keys.insert(bot().0.to_owned(), device);
    machine
        .mark_request_as_sent(id.as_str().into(), &devices)
        .await
        .unwrap();
    let (id, _) = machine
        .get_missing_sessions([bot().0].into_iter())
        .await
        .unwrap()
        .unwrap();
    let one = uploaded.one_time_keys.into_iter().take(1).collect();
    let device = BTreeMap::from([(bot().1.to_owned(), one)]);
    let claimed = claim_keys::v3::Response::new(BTreeMap::from([(bot().0.to_owned(), device)]));
    machine.mark_request_as_sent(&id, &claimed).await.unwrap();

    let settings = EncryptionSettings::default();
    let sent = machine
        .share_room_key(room(), [bot().0].into_iter(), settings)
        .await
        .unwrap();
    let content = sent[0].messages[bot().0].values().next().unwrap();
    let event = json!({ "type": "m.room.encrypted", "sender": ana().0, "content": content });
    let sessions = machine.store().export_room_keys(|_| true).await.unwrap();
    (
        Raw::from_json_string(event.to_string()).unwrap(),
        sessions[0].session_id.clone(),
    )
}

/// A synchronisation that brings that message; `false` where it was cut off after it had waited so often.
async fn synchronises(keys: &OlmMachine, brings: &Raw<AnyToDeviceEvent>, waits: usize) -> bool {
    let changes = EncryptionSyncChanges {
        to_device_events: vec![brings.clone()],
        changed_devices: &DeviceLists::new(),
        one_time_keys_counts: &BTreeMap::new(),
        unused_fallback_keys: None,
        next_batch_token: None,
    };
    let settings = DecryptionSettings {
        sender_device_trust_requirement: TrustRequirement::Untrusted,
    };
    let mut synchronisation = pin!(whole(keys.receive_sync_changes(changes, &settings)));
    let mut waited = 0;
    poll_fn(|context| match synchronisation.as_mut().poll(context) {
        Poll::Ready(done) => {
            done.unwrap();
            Poll::Ready(true)
        }
        Poll::Pending if waited == waits => Poll::Ready(false),
        Poll::Pending => {
            waited += 1;
            Poll::Pending
        }
    })
    .await
}

#[tokio::test]
async fn a_key_is_there_wherever_the_synchronisation_that_brought_it_was_cut_off() {
    let mut cuts = 0;
    loop {
        let folder = tempfile::tempdir().unwrap();
        let (brings, session) = key_on_its_way(folder.path()).await;
        let is_whole = synchronises(&keys_in(folder.path()).await, &brings, cuts).await;
        let keys = keys_in(folder.path()).await;
        assert!(synchronises(&keys, &brings, OFTEN).await);
        let key = keys.store().get_inbound_group_session(room(), &session).await.unwrap();
        assert!(key.is_some(), "cut off after it had waited {cuts} times");
        if is_whole {
            break;
        }
        cuts += 1;
    }
    // How often it waits depends on how busy the machine is: some twenty times on a quiet one.
    assert!(cuts > 0, "it was never cut off");
}
