//! The templates of every group's shifts, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::ids::{GroupId, TeamId};
use crate::shift::template::ShiftTemplate;
use crate::store::{ShiftTemplates, StoreResult};

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// By group and by name in lower case.
    templates: BTreeMap<(GroupId, String), ShiftTemplate>,
}

impl Rows {
    /// Whether a template is a team's.
    pub(super) fn name_team(&self, group: GroupId, team: TeamId) -> bool {
        let mut templates = self.templates.values();
        templates.any(|template| (template.group, template.shift.team) == (group, Some(team)))
    }

    pub(super) fn remove_group(&mut self, group: GroupId) {
        self.templates.retain(|(of, _), _| *of != group);
    }
}

#[async_trait]
impl ShiftTemplates for MemoryUnit {
    async fn shift_template(&mut self, group: GroupId, name: &str) -> StoreResult<Option<ShiftTemplate>> {
        let key = (group, name.to_lowercase());
        Ok(self.rows().shift_templates.templates.get(&key).cloned())
    }

    async fn shift_templates(&mut self, group: GroupId) -> StoreResult<Vec<ShiftTemplate>> {
        let templates = self.rows().shift_templates.templates.values();
        Ok(templates.filter(|template| template.group == group).cloned().collect())
    }

    async fn save_shift_template(&mut self, template: &ShiftTemplate) -> StoreResult<()> {
        let key = (template.group, template.name.to_lowercase());
        self.write()?.shift_templates.templates.insert(key, template.clone());
        Ok(())
    }

    async fn remove_shift_template(&mut self, group: GroupId, name: &str) -> StoreResult<bool> {
        let key = (group, name.to_lowercase());
        Ok(self.write()?.shift_templates.templates.remove(&key).is_some())
    }
}
