//! Every row of the table of limits: what is allowed, and what is not.

mod cases;

use std::collections::BTreeSet;

use muster_test_servers::discord::Options;
use muster_test_servers::discord::limits::LIMITS;
use serde_json::Value;

use crate::bot::{callback, scene_with};
use cases::{Case, To};

/// The rules that a request breaks, and whether it went on.
fn broken(case: &Case, body: &Value) -> (Vec<String>, bool) {
    // Without the specification, which knows many of these too.
    let mut scene = scene_with(Options::generous().without_validation().start());
    let (method, path) = match case.to {
        To::Channel => ("POST", format!("/channels/{}/messages", scene.room.id())),
        To::Commands => ("PUT", format!("/applications/{}/commands", scene.discord.bot())),
        To::Command => ("POST", callback(&scene.asked("/shift list").1)),
        To::Typing => {
            scene.ana.types(&scene.room, "/shift claim shift:x");
            ("POST", callback(&scene.ear.hears("INTERACTION_CREATE")))
        }
    };
    let answer = match case.files {
        0 => scene.bot.asks(method, &path, body.clone()),
        _ => scene.bot.form(method, &path, case.form(body)),
    };
    let rules = scene
        .discord
        .breaches()
        .into_iter()
        .map(|breach| breach.what.split(": ").next().unwrap().to_owned());
    (rules.collect(), answer.is_ok())
}

#[test]
fn each_row_is_broken_by_one_more_and_by_nothing_less() {
    let cases = cases::all();
    let shown: BTreeSet<_> = cases.iter().map(|case| case.rule).collect();
    let rows: BTreeSet<_> = LIMITS.iter().map(|limit| limit.rule).collect();
    assert_eq!(shown, rows, "each row has a case");
    for case in &cases {
        assert_eq!(broken(case, &case.allowed), (Vec::new(), true), "{}", case.rule);
        let (rules, went_on) = broken(case, &case.broken);
        assert_eq!((rules, went_on), (vec![case.rule.to_owned()], false), "{}", case.rule);
    }
}

#[test]
fn each_row_says_where_it_is_from() {
    assert!(LIMITS.iter().all(|limit| limit.source.contains(' ')));
    let names: BTreeSet<_> = LIMITS.iter().map(|limit| limit.rule).collect();
    assert_eq!(names.len(), LIMITS.len(), "no row is there twice");
}
