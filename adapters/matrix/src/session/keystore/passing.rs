//! What goes straight through to the store.

use std::collections::HashMap;

use async_trait::async_trait;
use matrix_sdk::cross_process_lock::CrossProcessLockGeneration;
use matrix_sdk::ruma::events::secret::request::SecretName;
use matrix_sdk::ruma::{DeviceId, OwnedDeviceId, RoomId, TransactionId, UserId};
use matrix_sdk_crypto::olm::{
    InboundGroupSession, OlmMessageHash, OutboundGroupSession, PrivateCrossSigningIdentity, SenderDataType, Session,
};
use matrix_sdk_crypto::store::CryptoStore;
use matrix_sdk_crypto::store::types::{
    BackupKeys, Changes, DehydratedDeviceKey, PendingChanges, RoomKeyCounts, RoomKeyWithheldEntry,
    RoomPendingKeyBundleDetails, RoomSettings, StoredRoomKeyBundleData, TrackedUser,
};
use matrix_sdk_crypto::vodozemac::Curve25519PublicKey;
use matrix_sdk_crypto::{Account, DeviceData, GossipRequest, SecretInfo, UserIdentityData};
use zeroize::Zeroizing;

use super::KeyStore;

/// The library's port for a store of keys, whose methods each go straight to the store but for the two that save.
macro_rules! straight_through {
    ($(fn $method:ident($($name:ident: $given:ty),*) -> $result:ty;)*) => {
        #[async_trait]
        impl<S: CryptoStore> CryptoStore for KeyStore<S> {
            type Error = S::Error;

            async fn save_changes(&self, changes: Changes) -> Result<(), S::Error> {
                self.save(changes).await
            }

            async fn save_pending_changes(&self, changes: PendingChanges) -> Result<(), S::Error> {
                self.save_last(changes).await
            }

            $(
                async fn $method(&self, $($name: $given),*) -> Result<$result, S::Error> {
                    self.0.$method($($name),*).await
                }
            )*
        }
    };
}

straight_through! {
    fn load_account() -> Option<Account>;
    fn load_identity() -> Option<PrivateCrossSigningIdentity>;
    fn save_inbound_group_sessions(sessions: Vec<InboundGroupSession>, backed_up_to_version: Option<&str>) -> ();
    fn get_sessions(sender_key: &str) -> Option<Vec<Session>>;
    fn get_inbound_group_session(room_id: &RoomId, session_id: &str) -> Option<InboundGroupSession>;
    fn get_withheld_info(room_id: &RoomId, session_id: &str) -> Option<RoomKeyWithheldEntry>;
    fn get_withheld_sessions_by_room_id(room_id: &RoomId) -> Vec<RoomKeyWithheldEntry>;
    fn get_inbound_group_sessions() -> Vec<InboundGroupSession>;
    fn inbound_group_session_counts(backup_version: Option<&str>) -> RoomKeyCounts;
    fn get_inbound_group_sessions_by_room_id(room_id: &RoomId) -> Vec<InboundGroupSession>;
    fn get_inbound_group_sessions_for_device_batch(
        curve_key: Curve25519PublicKey, sender_data_type: SenderDataType, after_session_id: Option<String>, limit: usize
    ) -> Vec<InboundGroupSession>;
    fn inbound_group_sessions_for_backup(backup_version: &str, limit: usize) -> Vec<InboundGroupSession>;
    fn mark_inbound_group_sessions_as_backed_up(backup_version: &str, room_and_session_ids: &[(&RoomId, &str)]) -> ();
    fn reset_backup_state() -> ();
    fn load_backup_keys() -> BackupKeys;
    fn load_dehydrated_device_pickle_key() -> Option<DehydratedDeviceKey>;
    fn delete_dehydrated_device_pickle_key() -> ();
    fn get_outbound_group_session(room_id: &RoomId) -> Option<OutboundGroupSession>;
    fn load_tracked_users() -> Vec<TrackedUser>;
    fn save_tracked_users(users: &[(&UserId, bool)]) -> ();
    fn get_device(user_id: &UserId, device_id: &DeviceId) -> Option<DeviceData>;
    fn get_user_devices(user_id: &UserId) -> HashMap<OwnedDeviceId, DeviceData>;
    fn get_own_device() -> DeviceData;
    fn get_user_identity(user_id: &UserId) -> Option<UserIdentityData>;
    fn is_message_known(message_hash: &OlmMessageHash) -> bool;
    fn get_outgoing_secret_requests(request_id: &TransactionId) -> Option<GossipRequest>;
    fn get_secret_request_by_info(secret_info: &SecretInfo) -> Option<GossipRequest>;
    fn get_unsent_secret_requests() -> Vec<GossipRequest>;
    fn delete_outgoing_secret_requests(request_id: &TransactionId) -> ();
    fn get_secrets_from_inbox(secret_name: &SecretName) -> Vec<Zeroizing<String>>;
    fn delete_secrets_from_inbox(secret_name: &SecretName) -> ();
    fn get_room_settings(room_id: &RoomId) -> Option<RoomSettings>;
    fn get_received_room_key_bundle_data(room_id: &RoomId, user_id: &UserId) -> Option<StoredRoomKeyBundleData>;
    fn get_pending_key_bundle_details_for_room(room_id: &RoomId) -> Option<RoomPendingKeyBundleDetails>;
    fn get_all_rooms_pending_key_bundles() -> Vec<RoomPendingKeyBundleDetails>;
    fn has_downloaded_all_room_keys(room_id: &RoomId) -> bool;
    fn get_custom_value(key: &str) -> Option<Vec<u8>>;
    fn set_custom_value(key: &str, value: Vec<u8>) -> ();
    fn remove_custom_value(key: &str) -> ();
    fn try_take_leased_lock(lease_duration_ms: u32, key: &str, holder: &str) -> Option<CrossProcessLockGeneration>;
    fn next_batch_token() -> Option<String>;
    fn close() -> ();
    fn reopen() -> ();
    fn get_size() -> Option<usize>;
}
