//! What people see of themselves, of their group and of its teams.

pub(crate) mod group;
pub(crate) mod me;
pub(crate) mod team;
