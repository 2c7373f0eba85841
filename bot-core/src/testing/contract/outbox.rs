//! What every store does with its outbox.
