//! What people may type, and what must hold whatever they typed.

pub(crate) mod invariants;
pub(crate) mod step;
pub(crate) mod turns;
pub(crate) mod words;
