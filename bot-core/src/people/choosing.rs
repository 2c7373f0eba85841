//! Which of several groups somebody means in private: by name, by number where two are called alike, or not told yet.

use std::collections::BTreeSet;

use crate::catalogue::{nearest, quoted, sought};
use crate::error::{Hint, UserError};
use crate::ids::PersonId;
use crate::people::Group;
use crate::phrase;
use crate::store::{StoreResult, UnitOfWork};

/// How many groups a refusal offers.
const OFFERED: usize = 5;

/// What to type for the group at that place of the list: its name, or its number where that fits two.
pub(crate) fn handle(groups: &[Group], at: usize) -> String {
    let Some(group) = groups.get(at) else {
        return String::new();
    };
    let wanted = sought(&group.name);
    let alike = groups.iter().filter(|other| sought(&other.name) == wanted).count();
    let is_name = alike == 1 && !wanted.is_empty() && !wanted.starts_with('#');
    if is_name {
        quoted(&group.name).into_owned()
    } else {
        format!("#{}", at + 1)
    }
}

/// Asks which of several groups is meant.
pub(crate) fn which(groups: &[Group]) -> UserError {
    let error = UserError::new(phrase!("group-which"));
    let offered = (0..groups.len().min(OFFERED)).map(|at| format!("group use {}", handle(groups, at)));
    let error = offered.fold(error, UserError::type_next);
    if groups.len() > OFFERED {
        error.type_next("group use")
    } else {
        error
    }
}

/// The group that somebody typed: its name in any case, or its number in the list, `#2`.
pub(crate) fn named<'a>(groups: &'a [Group], typed: &str) -> Result<&'a Group, UserError> {
    let wanted = sought(typed);
    let by_name: Vec<&Group> = groups.iter().filter(|group| sought(&group.name) == wanted).collect();
    let by_number = wanted.strip_prefix('#').and_then(|number| number.parse::<usize>().ok());
    let numbered = by_number.and_then(|number| groups.get(number.checked_sub(1)?));
    match (&by_name[..], numbered) {
        ([only], _) => Ok(only),
        ([], Some(group)) => Ok(group),
        ([], None) => Err(unknown(groups, typed)),
        (several, _) => {
            let refusal = phrase!("group-use-several", count = number several.len(), name = user typed.trim());
            Err(UserError::new(refusal).type_next("group use"))
        }
    }
}

/// Somebody's groups as a half-typed command may mean them: what to type, and for the eye the name with its places.
pub(crate) async fn completions(unit: &mut dyn UnitOfWork, person: PersonId) -> StoreResult<Vec<(String, String)>> {
    let groups = unit.groups_of(person).await?;
    let mut choices = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        let places = unit.places_of(group.id).await?;
        let places: BTreeSet<&str> = places.iter().map(|place| place.name.as_str()).collect();
        let places: Vec<&str> = places.into_iter().collect();
        choices.push((handle(&groups, at), format!("{} · {}", group.name, places.join(", "))));
    }
    Ok(choices)
}

fn unknown(groups: &[Group], typed: &str) -> UserError {
    let error = UserError::new(phrase!("group-use-unknown", name = user typed.trim()));
    let near = nearest(&sought(typed), groups.iter().map(|group| group.name.as_str()));
    match near.and_then(|near| groups.iter().position(|group| group.name == near)) {
        Some(at) => error.hint(Hint::DidYouMean(format!("group use {}", handle(groups, at)))),
        None => error.type_next("group use"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::contract::fixtures;

    fn groups(names: &[&str]) -> Vec<Group> {
        let named = |(n, name): (u128, &&str)| Group {
            name: (*name).to_owned(),
            ..fixtures::group(n)
        };
        (100..).zip(names).map(named).collect()
    }

    #[test]
    fn each_group_is_found_by_what_is_offered_for_it() {
        let groups = groups(&["Ward 3", "Choir", "ward 3", "#2", "“Choir”s", "“”"]);
        for (at, group) in groups.iter().enumerate() {
            let handle = handle(&groups, at);
            assert_eq!(named(&groups, &handle).unwrap().id, group.id, "{handle}");
        }
        assert_eq!(handle(&groups, 1), "Choir");
        assert_eq!(handle(&groups, 2), "#3");
    }

    #[test]
    fn a_name_that_fits_two_or_none_is_asked_about() {
        let groups = groups(&["Ward 3", "Choir", "WARD 3"]);
        let error = named(&groups, "ward 3").unwrap_err();
        assert_eq!(error.message.key, "group-use-several");
        for typed in ["Ward 4", "#0", "#4", "#x", "#99999999999999999999999"] {
            assert_eq!(
                named(&groups, typed).unwrap_err().message.key,
                "group-use-unknown",
                "{typed}"
            );
        }
        let error = named(&groups, "Chior").unwrap_err();
        assert_eq!(error.hints, [Hint::DidYouMean("group use Choir".to_owned())]);
    }
}
