//! Stored templates of shifts.

use async_trait::async_trait;

use super::StoreResult;
use crate::ids::GroupId;
use crate::shift::template::ShiftTemplate;

/// The templates of every group's shifts. Two names that differ in case alone are one.
#[async_trait]
pub trait ShiftTemplates {
    /// The template of that name.
    async fn shift_template(&mut self, group: GroupId, name: &str) -> StoreResult<Option<ShiftTemplate>>;

    /// The templates of a group, by the lower case of their names.
    async fn shift_templates(&mut self, group: GroupId) -> StoreResult<Vec<ShiftTemplate>>;

    /// Adds a template, or replaces the one of its name.
    async fn save_shift_template(&mut self, template: &ShiftTemplate) -> StoreResult<()>;

    /// Takes a template away; whether there was one.
    async fn remove_shift_template(&mut self, group: GroupId, name: &str) -> StoreResult<bool>;
}
