//! What people see of themselves (`me`), of their group (`group`) and of its teams (`team`).

pub(crate) mod choosing;
pub(crate) mod forget;
pub(crate) mod going;
pub(crate) mod group;
pub(crate) mod me;
pub(crate) mod members;
pub(crate) mod team;
