//! What may happen (`act`, and the `rows` that it writes), and what can be seen of it (`world`).

pub(crate) mod act;
mod rows;
pub(crate) mod world;
