//! What each date of a series and each shift of a template is made of, as its columns are read.

use muster_core::ids::TeamId;
use muster_core::shift::Needs;
use muster_core::shift::series::Template;
use muster_core::store::StoreResult;
use sqlx::FromRow;
use uuid::Uuid;

use crate::column::Origin;

#[derive(FromRow)]
pub(crate) struct TemplateColumns {
    title: String,
    place: Option<String>,
    team_id: Option<Uuid>,
    note: Option<String>,
    cutoff: Option<i64>,
    opens: Option<i64>,
    needs: String,
}

impl TemplateColumns {
    /// Of a row with that key.
    pub(crate) fn read(self, origin: Origin<'_>) -> StoreResult<Template> {
        Ok(Template {
            team: self.team_id.map(TeamId),
            cutoff: origin.length_if_any("cutoff", self.cutoff)?,
            opens: origin.length_if_any("opens", self.opens)?,
            needs: Needs::parse(&self.needs).map_err(|_| origin.corrupt("needs"))?,
            title: self.title,
            place: self.place,
            note: self.note,
        })
    }
}
