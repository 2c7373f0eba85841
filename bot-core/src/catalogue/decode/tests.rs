//! What is read of what people type: a command of each shape, and what its arguments come to.

use super::{Args, args_of};
use crate::catalogue::tests::{frame, seen};
use crate::catalogue::{Access, ArgKind, ArgSpec, Command, CommandSpec, RawInvocation, Shape, Value};
use crate::error::UserError;
use crate::ids::Kind;
use crate::reply::Visibility;

const fn arg(name: &'static str, kind: ArgKind, shape: Shape) -> ArgSpec {
    ArgSpec::new(name, name, kind, shape)
}

const fn spec(args: &'static [ArgSpec]) -> CommandSpec {
    CommandSpec {
        path: "test it",
        args,
        access: Access::Member,
        visibility: Visibility::Public,
        build: |_| Ok(Command::Undo),
    }
}

const TEXT: ArgKind = ArgKind::Text { max: 40 };
const WORD: ArgKind = ArgKind::Word { max: 20 };
const MANY: Shape = Shape::Many { min: 1, max: 3 };

static ADD: CommandSpec = spec(&[
    arg("title", TEXT, Shape::Required),
    arg("when", ArgKind::When, Shape::Required),
    arg("needs", WORD, Shape::Keyed),
    arg("at", TEXT, Shape::Keyed),
    arg("note", TEXT, Shape::Keyed),
    arg("cutoff", ArgKind::Duration, Shape::Keyed),
]);
static TASK: CommandSpec = spec(&[
    arg("title", TEXT, Shape::Required),
    arg("due", ArgKind::When, Shape::Keyed),
    arg("for", ArgKind::Member, Shape::Keyed),
]);
static REMIND: CommandSpec = spec(&[
    arg("when", ArgKind::When, Shape::Required),
    arg("text", TEXT, Shape::Required),
]);
static CLAIM: CommandSpec = spec(&[
    arg("shift", ArgKind::Reference(Kind::Shift), Shape::Required),
    arg("role", WORD, Shape::Optional),
    arg("for", ArgKind::Member, Shape::Keyed),
]);
static SNOOZE: CommandSpec = spec(&[
    arg("reminder", ArgKind::Reference(Kind::Reminder), Shape::Required),
    arg("length", ArgKind::Duration, Shape::Required),
]);
static LIST: CommandSpec = spec(&[
    arg("filter", ArgKind::Choice(&["mine", "open"]), Shape::Optional),
    arg("most", ArgKind::Number { min: 1, max: 50 }, Shape::Optional),
]);
static ASK: CommandSpec = spec(&[arg("question", TEXT, Shape::Required), arg("option", WORD, MANY)]);

/// The arguments as `name=value`, in the order of the spec.
fn read(spec: &'static CommandSpec, text: &str) -> Result<String, UserError> {
    read_with(spec, text, &[])
}

fn read_with(spec: &'static CommandSpec, text: &str, named: &[(&str, &str)]) -> Result<String, UserError> {
    let raw = RawInvocation {
        text: format!("test it {text}"),
        named: named
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
    };
    let Args(mut values) = args_of(spec, &raw, &frame())?;
    let said = spec.args.iter().filter_map(|arg| {
        let value = values.remove(arg.name)?;
        Some(format!("{}={}", arg.name, show(&value)))
    });
    Ok(said.collect::<Vec<_>>().join(" | "))
}

fn show(value: &Value) -> String {
    match value {
        Value::Reference(reference) => reference.to_string(),
        Value::When(when) => when.start.local.format("%m-%d %H:%M").to_string(),
        Value::Duration(duration) => format!("{}min", duration.num_minutes()),
        Value::Text(text) => text.clone(),
        Value::Choice(choice) => (*choice).to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Many(many) => many.join("/"),
        Value::Nothing => "none".to_owned(),
        Value::Audience(audience) => format!("{audience:?}"),
    }
}

#[track_caller]
fn reads(spec: &'static CommandSpec, text: &str, expected: &str) {
    match read(spec, text) {
        Ok(args) => assert_eq!(args, expected, "{text}"),
        Err(error) => panic!("{text}: {}", seen(&error)),
    }
}

#[track_caller]
fn refuses(spec: &'static CommandSpec, text: &str, expected: &str) {
    match read(spec, text) {
        Ok(args) => panic!("{text}: {args}"),
        Err(error) => assert_eq!(seen(&error).lines().next().unwrap_or_default(), expected, "{text}"),
    }
}

#[test]
fn a_title_and_its_time_need_no_quotes() {
    reads(
        &ADD,
        "Canvass Ward 3 sat 10am-1pm",
        "title=Canvass Ward 3 | when=12-05 10:00",
    );
    reads(
        &ADD,
        "May Day march may 1 10am",
        "title=May Day march | when=05-01 10:00",
    );
    reads(
        &ADD,
        "\"May Day march\" may 1 10am",
        "title=May Day march | when=05-01 10:00",
    );
    reads(
        &ADD,
        "“Sat 9am coffee” sat 10am",
        "title=Sat 9am coffee | when=12-05 10:00",
    );
    reads(
        &ADD,
        "The \"big\" day sat 10am",
        "title=The \"big\" day | when=12-05 10:00",
    );
    reads(&REMIND, "in 2h call Ana", "when=12-01 11:00 | text=call Ana");
    reads(&REMIND, "fri 5pm \"call Ana\"", "when=12-04 17:00 | text=call Ana");
}

#[test]
fn what_is_missing_is_named() {
    refuses(&ADD, "", "The <title> is missing.");
    refuses(&ADD, "Canvass Ward 3", "The <when> is missing.");
    refuses(&ADD, "sat 10am", "The <title> is missing.");
    refuses(&REMIND, "in 2h", "The <text> is missing.");
    refuses(&CLAIM, "", "The <shift> is missing.");
    refuses(&ASK, "\"Pizza or tacos?\"", "The <option> is missing.");
}

#[test]
fn options_stand_anywhere_in_any_order() {
    let expected = "title=Canvass Ward 3 | when=12-05 10:00 | needs=6 | at=Main Library";
    for text in [
        "Canvass Ward 3 sat 10am needs:6 at:\"Main Library\"",
        "Canvass Ward 3 sat 10am at:Main Library needs:6",
        "needs:6 at:“Main Library” Canvass Ward 3 sat 10am",
        "Canvass Ward 3 NEEDS:6 sat 10am AT:Main Library",
        "Canvass needs: 6 Ward 3 sat 10am at: Main Library",
        "Canvass Ward 3 at:Main Library sat 10am needs:6",
    ] {
        reads(&ADD, text, expected);
    }
}

#[test]
fn a_text_option_gives_back_what_must_stand_by_position() {
    reads(
        &ADD,
        "at:Library Canvass Ward 3 sat 10am",
        "title=Canvass Ward 3 | when=12-05 10:00 | at=Library",
    );
    reads(
        &ADD,
        "at:Library note:Pens Canvass sat 10am",
        "title=Canvass | when=12-05 10:00 | at=Library | note=Pens",
    );
    reads(
        &ADD,
        "Canvass note:bring warm pens sat 10am",
        "title=Canvass | when=12-05 10:00 | note=bring warm pens",
    );
}

#[test]
fn times_and_lengths_in_options_take_what_is_one() {
    reads(
        &TASK,
        "due:fri 5pm Call the printer",
        "title=Call the printer | due=12-04 17:00",
    );
    reads(
        &TASK,
        "Call due:tomorrow 17:00 for:@Ben",
        "title=Call | due=12-02 17:00 | for=Ben",
    );
    reads(
        &ADD,
        "Canvass sat 10am cutoff:2 hours",
        "title=Canvass | when=12-05 10:00 | cutoff=120min",
    );
    reads(&SNOOZE, "r5 1h 30m", "reminder=R5 | length=90min");
}

#[test]
fn a_slip_in_an_option_is_an_error_and_a_clock_or_an_address_is_none() {
    refuses(
        &ADD,
        "Canvass sat 10am need:6",
        "I don't know the option \"need:\". In a text, put it in quotes. Did you mean: needs:6",
    );
    refuses(&ADD, "Canvass sat 10am needs:6 needs:7", "\"needs\" is given twice.");
    refuses(&ADD, "Canvass sat 10am needs:", "\"needs\" needs a value.");
    reads(&TASK, "Read note://x 10:30", "title=Read note://x 10:30");
    reads(&TASK, "Ice: buy some", "title=Ice: buy some");
}

#[test]
fn a_question_and_its_options_need_no_quotes() {
    let expected = "question=Pizza or tacos? | option=pizza/tacos/both please";
    for text in [
        "Pizza or tacos? pizza, tacos, both please",
        "Pizza or tacos? pizza\ntacos\nboth please",
        "\"Pizza or tacos?\" pizza tacos \"both please\"",
        "Pizza or tacos? pizza tacos \"both please\"",
        "Pizza or tacos? pizza, tacos, \"both please\",",
    ] {
        reads(&ASK, text, expected);
    }
    reads(&ASK, "“Where?” Library", "question=Where? | option=Library");
    refuses(&ASK, "Who? a, b, c, d", "That is 4 of <option>; there may be 3.");
}

#[test]
fn the_first_line_is_the_question_where_nothing_asks() {
    reads(
        &ASK,
        "Meeting place\nLibrary\nTown hall",
        "question=Meeting place | option=Library/Town hall",
    );
}

#[test]
fn one_word_is_one_word_and_several_are_offered_in_quotes() {
    reads(
        &CLAIM,
        "S12 driver for:\"Ana Lopez\"",
        "shift=S12 | role=driver | for=Ana Lopez",
    );
    refuses(
        &CLAIM,
        "S12 driver at night",
        "I don't know what to do with \"at night\" there. Did you mean: test it S12 \"driver at night\"",
    );
    refuses(&LIST, "mine 3 more", "I don't know what to do with \"more\" there.");
}

#[test]
fn references_choices_and_numbers_say_what_they_may_be() {
    refuses(&CLAIM, "12", "<shift>: \"12\" is no reference. One looks like S12.");
    refuses(&LIST, "all", "<filter>: \"all\" is none of mine and open.");
    refuses(&LIST, "OPEN 51", "<most>: \"51\" is no whole number from 1 to 50.");
    refuses(&LIST, "open +5", "<most>: \"+5\" is no whole number from 1 to 50.");
    let error = read(&CLAIM, "T3").unwrap_err();
    assert!(seen(&error).starts_with("T3 is a task. This command takes a shift, such as S12."));
}

#[test]
fn a_text_has_its_limit_and_holds_nothing_that_cannot_be_shown() {
    refuses(&TASK, &"é".repeat(41), "The <title> has 41 characters; it may have 40.");
    reads(&TASK, &"é".repeat(40), &format!("title={}", "é".repeat(40)));
    let control = "The <title> has characters in it that cannot be shown. Type it again by hand.";
    for hostile in ["a\u{0}b", "a\u{1b}[31m", "a\u{202e}b", "a\u{2066}b", "a\u{9b}b"] {
        refuses(&TASK, hostile, control);
    }
    reads(
        &TASK,
        "two\nlines **bold** <b> @everyone",
        "title=two\nlines **bold** <b> @everyone",
    );
}

#[test]
fn what_comes_by_name_binds_by_name() {
    let named = [
        ("title", "Canvass sat 9am"),
        ("when", "sat 10am"),
        ("at", "Main Library"),
        ("note", " "),
    ];
    let read = read_with(&ADD, "", &named).unwrap();
    assert_eq!(read, "title=Canvass sat 9am | when=12-05 10:00 | at=Main Library");
    let read = read_with(
        &ASK,
        "",
        &[("question", "Pizza or tacos?"), ("option", "pizza, both please")],
    )
    .unwrap();
    assert_eq!(read, "question=Pizza or tacos? | option=pizza/both please");
    let twice = read_with(&ADD, "Canvass sat 10am at:Library", &[("at", "Main Library")]).unwrap_err();
    assert_eq!(seen(&twice), "\"at\" is given twice.");
    assert!(read_with(&ADD, "", &[("pizza", "x")]).is_err());
}
