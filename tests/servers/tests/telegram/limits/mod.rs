//! Every row of the table of limits: what is allowed, and what is not.

mod cases;

use std::collections::BTreeSet;

use muster_test_servers::telegram::BotApi;
use muster_test_servers::telegram::limits::{LIMITS, Outcome};
use serde_json::Value;

use crate::bot::Bot;
use cases::Case;

fn breaches(case: &Case, parameters: &Value) -> (Vec<String>, bool) {
    let api = BotApi::start();
    api.person("ana").starts_bot();
    let (_, body) = Bot::new(&api).raw(case.method, parameters).unwrap();
    let rules = api
        .breaches()
        .into_iter()
        .map(|breach| breach.what.split(": ").next().unwrap().to_owned());
    (rules.collect(), body.contains("\"ok\":true"))
}

#[test]
fn each_row_is_broken_by_one_more_and_by_nothing_less() {
    let cases = cases::all();
    let shown: BTreeSet<_> = cases.iter().map(|case| case.rule).collect();
    let rows: BTreeSet<_> = LIMITS.iter().map(|limit| limit.rule).collect();
    assert_eq!(shown, rows, "each row has a case");
    for case in &cases {
        let outcome = LIMITS.iter().find(|limit| limit.rule == case.rule).unwrap().outcome;
        assert_eq!(breaches(case, &case.allowed).0, Vec::<String>::new(), "{}", case.rule);
        let (broken, went_on) = breaches(case, &case.broken);
        assert_eq!(
            (broken, went_on),
            (vec![case.rule.to_owned()], outcome == Outcome::Mended),
            "{}",
            case.rule
        );
    }
}

#[test]
fn each_row_says_where_it_is_from() {
    assert!(LIMITS.iter().all(|limit| limit.source.contains(' ')));
    let names: BTreeSet<_> = LIMITS.iter().map(|limit| limit.rule).collect();
    assert_eq!(names.len(), LIMITS.len(), "no row is there twice");
}
