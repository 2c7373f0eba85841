//! Whatever is typed: no panic, no fault, and every refusal says what to type.

use proptest::prelude::*;

use super::{assert_mends, frame};
use crate::catalogue::{RawInvocation, decode, find, specs};
use crate::testing::World;

/// Text that people, phones and mischief produce: words of the grammar among anything at all.
fn anything() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        3 => Just(" ".to_owned()),
        1 => Just("\n".to_owned()),
        2 => "[sStTpPrRbB][0-9]{0,12}",
        2 => "(sat|fri|in|every|dec|10am|10:00|-|2h|tomorrow|may|1|31)",
        2 => "(at|needs|need|note|for|until|due|team|kind|title):[\"“”]?[a-z0-9]{0,6}",
        1 => "[\"“”',?!:]{1,3}",
        2 => "\\PC{0,12}",
        1 => any::<String>(),
    ];
    prop::collection::vec(word, 0..24).prop_map(|words| words.concat())
}

fn a_path() -> impl Strategy<Value = &'static str> {
    prop::sample::select(specs().map(|spec| spec.path).collect::<Vec<_>>())
}

fn fields() -> impl Strategy<Value = Vec<(String, String)>> {
    let name = prop::sample::select(
        specs()
            .flat_map(|spec| spec.args)
            .map(|arg| arg.name)
            .collect::<Vec<_>>(),
    );
    prop::collection::vec((name.prop_map(str::to_owned), anything()), 0..4)
}

fn judge(raw: &RawInvocation) {
    match find(raw) {
        Ok(spec) => {
            if let Err(error) = decode(spec, raw, &frame()) {
                assert_mends(&error, &raw.text);
            }
        }
        Err(error) => assert_mends(&error, &raw.text),
    }
}

proptest! {
    #[test]
    fn any_text_is_a_command_or_is_told_what_to_type(text in anything()) {
        judge(&RawInvocation { text, named: Vec::new() });
    }

    #[test]
    fn any_arguments_of_a_command_fit_or_are_told_why(path in a_path(), rest in anything(), named in fields()) {
        judge(&RawInvocation { text: format!("{path} {rest}"), named });
    }

    #[test]
    fn any_slip_in_a_command_is_answered(path in a_path(), at in 0_usize..20, letter in any::<char>(), rest in anything()) {
        let mut slipped: Vec<char> = path.chars().collect();
        let at = at % slipped.len();
        slipped[at] = letter;
        let path: String = slipped.into_iter().collect();
        judge(&RawInvocation { text: format!("{path} {rest}"), named: Vec::new() });
    }
}

/// What a person may type at the bot: a command and anything, or anything at all.
fn a_line() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (a_path(), anything()).prop_map(|(path, rest)| format!("{path} {rest}")),
        4 => (a_path(), "[STRP]1", anything()).prop_map(|(path, of, rest)| format!("{path} {of} {rest}")),
        1 => anything(),
    ]
}

proptest! {
    #[test]
    fn any_conversation_is_answered_and_goes_on(lines in prop::collection::vec((any::<bool>(), any::<bool>(), a_line()), 1..12)) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let mut world = World::memory();
            for line in ["shift add Canvass sat 10am needs:1", "task add Print", "remind here fri call", "poll new Pizza?"] {
                world.say("ana", line).await;
            }
            for (ben, private, line) in lines {
                let name = if ben { "ben" } else { "ana" };
                let answer = if private { world.private(name, &line).await } else { world.say(name, &line).await };
                prop_assert!(!answer.trim().is_empty(), "{:?}", line);
                prop_assert!(!answer.contains(|char: char| char.is_control() && char != '\n'), "{:?}: {:?}", line, answer);
                world.post().await;
            }
            world.advance("2d").await;
            Ok(())
        })?;
    }
}
