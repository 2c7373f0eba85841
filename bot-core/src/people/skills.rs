//! What people can do: each skill a word like a role of a shift.

use crate::error::UserError;
use crate::phrase;
use crate::shift::needs::{ROLE_CHARS, is_role, same_role};

/// The most skills that somebody names.
pub const MOST_SKILLS: usize = 20;

/// Reads `driver, spanish`: each once, without regard to case.
pub fn parse(typed: &str) -> Result<Vec<String>, UserError> {
    let mut skills: Vec<String> = Vec::new();
    let words = typed.split(|between: char| between.is_whitespace() || [',', ';'].contains(&between));
    for word in words.filter(|word| !word.is_empty()) {
        if !is_role(word) {
            return Err(example(UserError::new(
                phrase!("skill-unfit", skill = user word, most = number ROLE_CHARS),
            )));
        }
        if !skills.iter().any(|skill| same_role(skill, word)) {
            skills.push(word.to_owned());
        }
    }
    if skills.is_empty() || skills.len() > MOST_SKILLS {
        return Err(example(phrase!("skill-count", most = number MOST_SKILLS).into()));
    }
    Ok(skills)
}

fn example(error: UserError) -> UserError {
    error.type_next("me skills driver, spanish").type_next("me skills none")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_as_they_are_typed_and_each_once() {
        let skills = parse(" driver,Spanish ; first-aid DRIVER,").unwrap();
        assert_eq!(skills, ["driver", "Spanish", "first-aid"]);
        let twenty = (b'a'..b'a' + 20).map(|letter| char::from(letter).to_string());
        assert_eq!(parse(&twenty.collect::<Vec<_>>().join(",")).unwrap().len(), MOST_SKILLS);
    }

    #[test]
    fn what_can_be_no_role_can_be_no_skill() {
        let many = (b'a'..=b'u').map(|letter| char::from(letter).to_string());
        let many = many.collect::<Vec<_>>().join(" ");
        for (typed, key) in [
            ("", "skill-count"),
            (" , ", "skill-count"),
            (&many, "skill-count"),
            ("2nd", "skill-unfit"),
            ("driver, a=b", "skill-unfit"),
            ("abcdefghijklmnopq", "skill-unfit"),
        ] {
            assert_eq!(parse(typed).unwrap_err().message.key, key, "{typed:?}");
        }
    }
}
