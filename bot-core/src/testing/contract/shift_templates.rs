//! What every store does with templates of shifts.

use std::sync::Arc;

use chrono::TimeDelta;

use super::fixtures::{begin, id, read, ward};
use crate::ids::{GroupId, TeamId};
use crate::people::Team;
use crate::shift::Needs;
use crate::shift::series::Template;
use crate::shift::template::ShiftTemplate;
use crate::store::Store;

fn bare(group: GroupId, name: &str) -> ShiftTemplate {
    ShiftTemplate {
        group,
        name: name.to_owned(),
        length: None,
        whole_days: false,
        shift: Template {
            title: "Market \"day\"".to_owned(),
            place: None,
            team: None,
            note: None,
            cutoff: None,
            opens: None,
            needs: Needs::Anyone,
        },
    }
}

fn full(group: GroupId, name: &str, team: TeamId) -> ShiftTemplate {
    ShiftTemplate {
        length: Some(TimeDelta::minutes(150)),
        whole_days: true,
        shift: Template {
            place: Some("Plaza".to_owned()),
            team: Some(team),
            note: Some("Bring\nwater".to_owned()),
            cutoff: Some(TimeDelta::hours(2)),
            opens: Some(TimeDelta::days(7)),
            needs: Needs::parse("driver=2,Ñandú=6").unwrap(),
            ..bare(group, name).shift
        },
        ..bare(group, name)
    }
}

/// A template is found by its name whatever the case, and a later one of that name takes its place.
pub async fn a_template_reads_back_and_is_replaced(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let team = Team {
        id: TeamId(id(200)),
        group,
        name: "North".to_owned(),
    };
    let mut unit = begin(&store).await;
    unit.save_team(&team).await.unwrap();
    let market = full(group, "Market", team.id);
    for template in [&market, &bare(group, "ñandú"), &bare(group, "doors")] {
        unit.save_shift_template(template).await.unwrap();
    }
    unit.commit().await.unwrap();
    let mut unit = read(&store).await;
    assert_eq!(unit.shift_template(group, "MARKET").await.unwrap(), Some(market));
    assert_eq!(unit.shift_template(group, "Mark").await.unwrap(), None);
    assert_eq!(unit.shift_template(GroupId(id(999)), "Market").await.unwrap(), None);
    let names = |templates: Vec<ShiftTemplate>| templates.into_iter().map(|template| template.name).collect::<Vec<_>>();
    assert_eq!(
        names(unit.shift_templates(group).await.unwrap()),
        ["doors", "Market", "ñandú"]
    );
    drop(unit);

    let mut unit = begin(&store).await;
    assert!(
        !unit.remove_team(group, team.id).await.unwrap(),
        "a template is the team's"
    );
    let plain = bare(group, "market");
    unit.save_shift_template(&plain).await.unwrap();
    assert_eq!(unit.shift_template(group, "Market").await.unwrap(), Some(plain));
    assert!(unit.remove_team(group, team.id).await.unwrap());
    assert!(unit.remove_shift_template(group, "MARKET").await.unwrap());
    assert!(!unit.remove_shift_template(group, "market").await.unwrap());
    assert_eq!(names(unit.shift_templates(group).await.unwrap()), ["doors", "ñandú"]);
}

/// Templates go with their group, and with no other.
pub async fn templates_go_with_their_group(store: Arc<dyn Store>) {
    let (group, other) = (ward(&store).await.id, super::fixtures::group(101));
    let mut unit = begin(&store).await;
    unit.save_group(&other).await.unwrap();
    for group in [group, other.id] {
        unit.save_shift_template(&bare(group, "market")).await.unwrap();
    }
    unit.remove_group(group).await.unwrap();
    assert_eq!(unit.shift_templates(group).await.unwrap(), []);
    assert_eq!(unit.shift_templates(other.id).await.unwrap().len(), 1);
}
