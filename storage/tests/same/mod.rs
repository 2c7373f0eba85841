//! What may happen, and what can be seen of it.

pub(crate) mod act;
pub(crate) mod world;
