//! A figure for each option: points (`tacos=5 pizza=3`), or whether somebody can come (`sat=yes sun=maybe`).

use super::naming::{named_in, only, words_of};
use super::to_vote;
use crate::error::UserError;
use crate::phrase;
use crate::poll::Poll;
use crate::poll::ballot::{IF_NEED_BE, YES, place_of};
use crate::poll::terms::TOP_SCORE;

/// Points for options, 0 for those that are left out.
pub(super) fn points(poll: &Poll, typed: &[String]) -> Result<Vec<u32>, UserError> {
    figures(poll, &typed.join(" "), |value| {
        let points = value.parse().ok().filter(|points| *points <= TOP_SCORE);
        points.ok_or_else(|| {
            let refusal = phrase!("poll-points-range", value = user value, top = number TOP_SCORE);
            UserError::new(refusal).type_next(to_vote(poll, 1))
        })
    })
}

/// Answers for times, no for those that are left out. Times without a sign are a yes.
pub(super) fn answers(poll: &Poll, typed: &[String]) -> Result<Vec<u32>, UserError> {
    let all = typed.join(" ");
    if all.contains('=') {
        return figures(poll, &all, |value| {
            answer(value).ok_or_else(|| {
                UserError::new(phrase!("poll-answer-unknown", value = user value)).type_next(to_vote(poll, 1))
            })
        });
    }
    let mut figures = vec![0; poll.options.len()];
    for option in named_in(poll, &super::lowered(typed))? {
        set(&mut figures, option, YES);
    }
    Ok(figures)
}

/// What a word says, in English or Spanish.
fn answer(word: &str) -> Option<u32> {
    match word {
        "yes" | "y" | "sí" | "si" => Some(YES),
        "maybe" | "ifneedbe" | "if-need-be" | "quizás" | "quizas" | "?" => Some(IF_NEED_BE),
        "no" | "n" => Some(0),
        _ => None,
    }
}

/// Each `option=value` of a text; options of several words need no quotes.
fn figures(poll: &Poll, typed: &str, read: impl Fn(&str) -> Result<u32, UserError>) -> Result<Vec<u32>, UserError> {
    let mut figures = vec![None; poll.options.len()];
    let mut rest = typed;
    while let Some((name, behind)) = rest.split_once('=') {
        let behind = behind.trim_start();
        let end = behind
            .find(|char: char| char.is_whitespace() || char == ',')
            .unwrap_or(behind.len());
        let value = read(&behind[..end].to_lowercase())?;
        let option = one(poll, name)?;
        let index = place_of(option);
        if figures.get(index).is_some_and(Option::is_some) {
            let refusal = phrase!("poll-rank-twice", option = user poll.option(option));
            return Err(UserError::new(refusal).type_next(to_vote(poll, 1)));
        }
        figures[index] = Some(value);
        rest = &behind[end..];
    }
    if words_of(rest).next().is_some() {
        return Err(figure_missing(poll, rest));
    }
    Ok(figures.into_iter().map(|figure| figure.unwrap_or(0)).collect())
}

/// The one option before a sign.
fn one(poll: &Poll, typed: &str) -> Result<u32, UserError> {
    only(poll, typed)?.ok_or_else(|| figure_missing(poll, typed))
}

fn figure_missing(poll: &Poll, typed: &str) -> UserError {
    let refusal = phrase!("poll-figure-missing", option = user typed.trim(), poll = word poll.reference());
    UserError::new(refusal).type_next(to_vote(poll, 1))
}

fn set(figures: &mut [u32], option: u32, value: u32) {
    let index = place_of(option);
    if let Some(figure) = figures.get_mut(index) {
        *figure = value;
    }
}
