//! Every kind of bad input for every command, typed in a group that has everything: a sentence, and a usage line or
//! something to type. What [`decode`](crate::catalogue::decode) alone says of it is in `bad_input`.

use crate::catalogue::usage::example_of;
use crate::catalogue::{Access, ArgKind, ArgSpec, CommandSpec, Shape, example, specs, usage};
use crate::testing::World;

/// A group of Ana, who organizes it, and Ben, with one of everything; the references are those of the examples.
async fn ward() -> World {
    let mut world = World::memory();
    for number in 1..=12 {
        for add in [
            "shift add Canvass dec 20 10am needs:driver=1,knocker=2",
            "task add Print flyers",
            "remind here every day 8am check the mail",
            "poll new Pizza or tacos? pizza, tacos",
        ] {
            let answer = world.say("ana", add).await;
            assert!(answer.contains(&number.to_string()), "{answer}");
        }
    }
    world.say("ana", "team add North").await;
    world.say("ben", "team list").await;
    world
}

fn is_required(arg: &ArgSpec) -> bool {
    matches!(arg.shape, Shape::Required | Shape::Many { min: 1.., .. })
}

/// The command as in its example, but with `value` for that argument; nothing after it but options.
fn typed_with(spec: &CommandSpec, arg: &ArgSpec, value: &str) -> String {
    if arg.shape == Shape::Keyed {
        return format!("{} {}:\"{value}\"", example(spec), arg.name);
    }
    let before = spec.args.iter().take_while(|other| *other != arg);
    let before = before.filter(|other| is_required(other));
    let line = before.fold(spec.path.to_owned(), |line, other| line + " " + &example_of(other));
    let after = spec.args.iter().skip_while(|other| *other != arg).skip(1);
    let after = after.filter(|other| is_required(other));
    after.fold(format!("{line} {value}"), |line, other| line + " " + &example_of(other))
}

/// Every argument of every command.
fn each_argument() -> impl Iterator<Item = (&'static CommandSpec, &'static ArgSpec)> {
    specs().flat_map(|spec| spec.args.iter().map(move |arg| (spec, arg)))
}

/// A sentence of ours, then what to type; nothing that moves a cursor or pours back what was typed.
fn assert_mends(typed: &str, answer: &str) {
    let typed: String = typed.chars().take(80).collect();
    let sentence = answer
        .lines()
        .find(|line| !line.starts_with("(only "))
        .unwrap_or_default();
    assert!(sentence.contains(['.', '?', ':']), "{typed:?}: {answer}");
    let offers = ["Usage: ", "Type: ", "or type: ", "Did you mean"];
    let lists = |line: &str| line.starts_with("  ") && specs().any(|spec| line.contains(spec.path));
    assert!(
        offers.iter().any(|offer| answer.contains(offer)) || answer.lines().any(lists),
        "{typed:?}: {answer}"
    );
    assert!(
        !answer.contains(|char: char| char.is_control() && char != '\n'),
        "{typed:?}: {answer:?}"
    );
    assert!(answer.chars().count() < 4_000, "{typed:?}: {answer}");
}

async fn assert_refused(world: &mut World, name: &str, typed: &str) -> String {
    let answer = world.say(name, typed).await;
    assert_mends(typed, &answer);
    answer
}

async fn assert_told_usage(world: &mut World, spec: &CommandSpec, typed: &str) {
    let answer = assert_refused(world, "ana", typed).await;
    assert!(
        answer.contains(&usage(spec)),
        "{}: {answer}",
        &typed[..typed.len().min(80)]
    );
}

#[tokio::test]
async fn whatever_is_missing() {
    let mut world = ward().await;
    for spec in specs() {
        let required: Vec<_> = spec.args.iter().filter(|arg| is_required(arg)).collect();
        for given in 0..required.len() {
            let line = required[..given].iter();
            let typed = line.fold(spec.path.to_owned(), |line, arg| line + " " + &example_of(arg));
            assert_told_usage(&mut world, spec, &typed).await;
        }
    }
}

#[tokio::test]
async fn whatever_is_too_much() {
    let mut world = ward().await;
    for spec in specs() {
        let takes_the_rest = |arg: &ArgSpec| {
            arg.shape != Shape::Keyed
                && (matches!(arg.shape, Shape::Many { .. })
                    || matches!(arg.kind, ArgKind::Text { .. } | ArgKind::Zone | ArgKind::Group))
        };
        if !spec.args.iter().any(takes_the_rest) {
            let places = spec.args.iter().filter(|arg| arg.shape == Shape::Optional).count();
            let typed = example(spec) + &" zzz".repeat(places + 1);
            assert_refused(&mut world, "ana", &typed).await;
        }
        for arg in spec.args.iter().filter(|arg| arg.shape == Shape::Keyed) {
            let twice = format!("{} {name}:x {name}:x", example(spec), name = arg.name);
            assert_told_usage(&mut world, spec, &twice).await;
        }
    }
}

#[tokio::test]
async fn whatever_is_too_long() {
    let mut world = ward().await;
    for (spec, arg) in each_argument() {
        let limit = match arg.kind {
            ArgKind::Text { max } | ArgKind::Word { max } => max,
            ArgKind::Member | ArgKind::Team | ArgKind::Group => 100,
            ArgKind::Zone => 64,
            _ => 1_000,
        };
        assert_told_usage(&mut world, spec, &typed_with(spec, arg, &"x".repeat(limit + 1))).await;
    }
}

#[tokio::test]
async fn whatever_is_of_another_type() {
    let mut world = ward().await;
    for (spec, arg) in each_argument() {
        if !matches!(
            arg.kind,
            ArgKind::Text { .. }
                | ArgKind::Word { .. }
                | ArgKind::Zone
                | ArgKind::Member
                | ArgKind::Team
                | ArgKind::Group
        ) {
            for value in ["zzz", "99999999999999999999", "-1", "S0", "<@123>", "@everyone"] {
                assert_told_usage(&mut world, spec, &typed_with(spec, arg, value)).await;
            }
        }
    }
}

/// What only the use cases know to be of another type.
#[tokio::test]
async fn whatever_the_use_case_cannot_read() {
    let mut world = ward().await;
    for typed in [
        "shift add Canvass sat 10am needs:many",
        "shift edit S1 needs:driver=many",
        "shift edit S1 cutoff:\"900 weeks\"",
        "shift claim S1 pilot",
        "shift claim S1 for:ben guest:Gil",
        "shift edit S1",
        "shift move S1 every tue 18:30",
        "task edit T1",
        "task edit T1 repeat:sat",
        "remind me yesterday call the printer",
        "remind snooze R1 900 weeks",
        "poll new Pizza? pizza",
        "poll new Pizza? pizza, Pizza",
        "poll vote P1 zzz",
        "poll vote P1 pizza tacos",
        "poll extend P1 yesterday",
        "me timezone Nowhere",
        "me language klingon",
        "me reminders often",
        "me quiet always",
        "me link zzz",
        "group set timezone Nowhere",
        "group set language klingon",
        "group link zzz",
        "group role ben organizer team:North",
        "group role ana member",
        "team add north",
        "help zzz",
    ] {
        assert_refused(&mut world, "ana", typed).await;
    }
    assert_refused(&mut world, "ben", "undo").await;
}

#[tokio::test]
async fn whatever_the_group_does_not_have() {
    let mut world = ward().await;
    for (spec, arg) in each_argument() {
        let unknown = match arg.kind {
            ArgKind::Reference(kind) => format!("{}77", kind.letter()),
            ArgKind::Member | ArgKind::Team | ArgKind::Group => "Zed".to_owned(),
            _ => continue,
        };
        let typed = typed_with(spec, arg, &unknown);
        let answer = assert_refused(&mut world, "ana", &typed).await;
        assert!(answer.contains(&unknown), "{typed}: {answer}");
    }
}

#[tokio::test]
async fn whatever_a_member_may_not_do() {
    let mut world = ward().await;
    for spec in specs().filter(|spec| spec.access >= Access::Captain) {
        let answer = assert_refused(&mut world, "ben", &example(spec)).await;
        assert!(
            answer.contains("can do this") && answer.contains(&usage(spec)),
            "{}: {answer}",
            example(spec)
        );
    }
    world.say("ana", "task claim T1").await;
    for typed in [
        "shift claim S1 driver for:ana",
        "shift drop S1 for:ana",
        "task assign T1 ana",
        "task release T1",
        "task done T1",
        "task edit T1 title:Mine",
        "task delete T1",
        "remind cancel R1",
        "remind snooze R1 2h",
        "remind pause R1",
        "poll close P1",
        "poll extend P1 dec 24 10am",
    ] {
        let answer = assert_refused(&mut world, "ben", typed).await;
        assert!(
            !answer.contains("Type: undo") && !answer.contains("taken back"),
            "{typed}: {answer}"
        );
    }
}

#[tokio::test]
async fn whatever_cannot_be_shown() {
    let mut world = ward().await;
    for (spec, arg) in each_argument() {
        for hostile in ["a\u{0}b", "\u{1b}[2Jx", "a\u{202e}b", "a\u{2067}b", "a\u{9f}b"] {
            assert_told_usage(&mut world, spec, &typed_with(spec, arg, hostile)).await;
        }
    }
}

#[tokio::test]
async fn a_megabyte() {
    let mut world = ward().await;
    for filling in ["x", " \"", "\u{202e}"] {
        let long = filling.repeat(1_000_000 / filling.len());
        for spec in specs() {
            assert_refused(&mut world, "ana", &format!("{} {long}", example(spec))).await;
        }
    }
}
