//! For each row of the table what is just allowed, and what is not.

use reqwest::blocking::multipart::{Form, Part};
use serde_json::{Value, json};

/// Where it is sent.
#[derive(Debug, Clone, Copy)]
pub(super) enum To {
    /// As a message.
    Channel,
    /// As the commands.
    Commands,
    /// As the answer to a command.
    Command,
    /// As the answer to what is being typed.
    Typing,
}

/// A row's name, where, what is just allowed, and what is not.
pub(super) struct Case {
    pub(super) rule: &'static str,
    pub(super) to: To,
    pub(super) allowed: Value,
    pub(super) broken: Value,
    /// How many files come with it.
    pub(super) files: usize,
}

impl Case {
    /// The same with files; of what is allowed as many as there may be.
    pub(super) fn form(&self, body: &Value) -> Form {
        let extra = usize::from(self.rule == "files in all" && *body == self.broken);
        let form = Form::new().text("payload_json", body.to_string());
        (0..self.files + extra).fold(form, |form, number| {
            form.part(format!("files[{number}]"), Part::bytes(vec![1]).file_name("x.csv"))
        })
    }
}

fn case(rule: &'static str, to: To, allowed: Value, broken: Value) -> Case {
    Case {
        rule,
        to,
        allowed,
        broken,
        files: 0,
    }
}

fn x(count: usize) -> String {
    "é".repeat(count)
}

/// All of them.
pub(super) fn all() -> Vec<Case> {
    [
        of_messages(),
        of_embeds(),
        of_components(),
        of_menus(),
        of_forms(),
        of_commands(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn of_messages() -> Vec<Case> {
    let say = |body: Value| {
        let mut message = json!({ "content": "x" });
        message
            .as_object_mut()
            .unwrap()
            .extend(body.as_object().unwrap().clone());
        message
    };
    let ids = |count: usize| (1..=count).map(|id| id.to_string()).collect::<Vec<_>>();
    let named = |count: usize| (0..count).map(|id| json!({ "id": id.to_string() })).collect::<Vec<_>>();
    let deferral = |flags: u64| json!({ "type": 5, "data": { "flags": flags } });
    let mut cases = vec![
        case(
            "content is short",
            To::Channel,
            json!({ "content": x(2_000) }),
            json!({ "content": x(2_001) }),
        ),
        case(
            "nonce is short",
            To::Channel,
            say(json!({ "nonce": "n".repeat(25) })),
            say(json!({ "nonce": "n".repeat(26) })),
        ),
        case("deferral has one flag", To::Command, deferral(64), deferral(64 | 4)),
        case(
            "mentions are listed once",
            To::Channel,
            say(json!({ "allowed_mentions": { "parse": ["roles"], "users": ["5"] } })),
            say(json!({ "allowed_mentions": { "parse": ["users"], "users": ["5"] } })),
        ),
        case(
            "mentioned ids",
            To::Channel,
            say(json!({ "allowed_mentions": { "users": ids(100) } })),
            say(json!({ "allowed_mentions": { "users": ids(101) } })),
        ),
    ];
    cases.push(Case {
        files: 1,
        ..case(
            "files are named",
            To::Channel,
            json!({ "attachments": named(1) }),
            json!({ "attachments": [{ "id": "7" }] }),
        )
    });
    cases.push(Case {
        files: 10,
        ..case(
            "files in all",
            To::Channel,
            json!({ "attachments": named(10) }),
            json!({ "attachments": named(11) }),
        )
    });
    cases
}

fn of_embeds() -> Vec<Case> {
    let embeds = |embeds: Value| json!({ "embeds": embeds });
    let one = |embed: Value| embeds(json!([embed]));
    let field = |name: usize, value: usize| one(json!({ "fields": [{ "name": x(name), "value": x(value) }] }));
    let fields = |count: usize| one(json!({ "fields": vec![json!({ "name": "a", "value": "b" }); count] }));
    let many = |count: usize| embeds(vec![json!({ "title": "x" }); count].into());
    let sum = |more: usize| embeds(json!([{ "description": x(3_000) }, { "description": x(3_000 + more) }]));
    vec![
        case("embeds in all", To::Channel, many(10), many(11)),
        case("embeds in sum", To::Channel, sum(0), sum(1)),
        case(
            "embed title",
            To::Channel,
            one(json!({ "title": x(256) })),
            one(json!({ "title": x(257) })),
        ),
        case(
            "embed description",
            To::Channel,
            one(json!({ "description": x(4_096) })),
            one(json!({ "description": x(4_097) })),
        ),
        case("embed fields", To::Channel, fields(25), fields(26)),
        case("embed field name", To::Channel, field(256, 1), field(257, 1)),
        case("embed field name", To::Channel, field(1, 1), field(0, 1)),
        case("embed field value", To::Channel, field(1, 1_024), field(1, 1_025)),
        case(
            "embed footer",
            To::Channel,
            one(json!({ "footer": { "text": x(2_048) } })),
            one(json!({ "footer": { "text": x(2_049) } })),
        ),
        case(
            "embed author",
            To::Channel,
            one(json!({ "author": { "name": x(256) } })),
            one(json!({ "author": { "name": x(257) } })),
        ),
    ]
}

fn row(components: Value) -> Value {
    json!({ "type": 1, "components": components })
}

fn rows(rows: Value) -> Value {
    json!({ "content": "x", "components": rows })
}

fn button(id: &str, label: &str) -> Value {
    json!({ "type": 2, "style": 1, "label": label, "custom_id": id })
}

fn buttons(from: usize, count: usize) -> Value {
    (from..from + count)
        .map(|number| button(&number.to_string(), "x"))
        .collect()
}

fn of_components() -> Vec<Case> {
    let one = |button: Value| rows(json!([row(json!([button]))]));
    let many = |count: usize| rows((0..count).map(|number| row(buttons(number * 5, 1))).collect());
    let menu = json!({ "type": 3, "custom_id": "m", "options": [{ "label": "a", "value": "b" }] });
    let link = json!({ "type": 2, "style": 5, "label": "x", "url": "https://a.org" });
    let both = json!({ "type": 2, "style": 5, "label": "x", "url": "https://a.org", "custom_id": "y" });
    vec![
        case("rows in all", To::Channel, many(5), many(6)),
        case(
            "row of buttons",
            To::Channel,
            rows(json!([row(buttons(0, 5))])),
            rows(json!([row(buttons(0, 6))])),
        ),
        case(
            "menu in a row of its own",
            To::Channel,
            rows(json!([row(json!([menu]))])),
            rows(json!([row(json!([menu, button("b", "x")]))])),
        ),
        case(
            "button label",
            To::Channel,
            one(button("b", &x(80))),
            one(button("b", &x(81))),
        ),
        case(
            "button says something",
            To::Channel,
            one(json!({ "type": 2, "style": 1, "custom_id": "b", "emoji": { "name": "✅" } })),
            one(button("b", " ")),
        ),
        case("button kind", To::Channel, one(link), one(both)),
        case(
            "button kind",
            To::Channel,
            one(button("b", "x")),
            one(json!({ "type": 2, "style": 1, "label": "x" })),
        ),
        case(
            "custom id",
            To::Channel,
            one(button(&"i".repeat(100), "x")),
            one(button(&"i".repeat(101), "x")),
        ),
        case(
            "custom ids differ",
            To::Channel,
            rows(json!([row(json!([button("a", "x"), button("b", "x")]))])),
            rows(json!([row(json!([button("a", "x")])), row(json!([button("a", "x")]))])),
        ),
    ]
}

fn of_menus() -> Vec<Case> {
    let menu = |options: Value, placeholder: &str| {
        rows(json!([row(
            json!([{ "type": 3, "custom_id": "m", "options": options, "placeholder": placeholder }])
        )]))
    };
    let options = |count: usize| {
        (0..count)
            .map(|number| json!({ "label": "x", "value": number.to_string() }))
            .collect::<Value>()
    };
    let option = |label: usize| json!([{ "label": x(label), "value": "v", "description": "d" }]);
    let pair = |value: &str| json!([{ "label": "x", "value": "a" }, { "label": "y", "value": value }]);
    vec![
        case(
            "menu options",
            To::Channel,
            menu(options(25), "x"),
            menu(options(26), "x"),
        ),
        case(
            "menu option texts",
            To::Channel,
            menu(option(100), "x"),
            menu(option(101), "x"),
        ),
        case(
            "menu placeholder",
            To::Channel,
            menu(options(1), &x(150)),
            menu(options(1), &x(151)),
        ),
        case(
            "menu values differ",
            To::Channel,
            menu(pair("b"), "x"),
            menu(pair("a"), "x"),
        ),
    ]
}

fn of_forms() -> Vec<Case> {
    let form = |title: &str, inputs: Vec<Value>| json!({ "type": 9, "data": { "custom_id": "f", "title": title, "components": inputs } });
    let input = |label: &str, more: Value| {
        let mut input = json!({ "type": 4, "custom_id": "i", "style": 1, "label": label });
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        row(json!([input]))
    };
    let plain = || input("x", json!({}));
    let with = |more: Value| form("x", vec![input("x", more)]);
    let choices = |count: usize, name: usize| json!({ "type": 8, "data": { "choices": vec![json!({ "name": x(name), "value": "v" }); count] } });
    vec![
        case(
            "form title",
            To::Command,
            form(&x(45), vec![plain()]),
            form(&x(46), vec![plain()]),
        ),
        case(
            "form inputs",
            To::Command,
            form("x", vec![plain(); 5]),
            form("x", vec![plain(); 6]),
        ),
        case(
            "form label",
            To::Command,
            form("x", vec![input(&x(45), json!({}))]),
            form("x", vec![input(&x(46), json!({}))]),
        ),
        case(
            "form value",
            To::Command,
            with(json!({ "value": x(4_000) })),
            with(json!({ "value": x(4_001) })),
        ),
        case(
            "form placeholder",
            To::Command,
            with(json!({ "placeholder": x(100) })),
            with(json!({ "placeholder": x(101) })),
        ),
        case(
            "form lengths",
            To::Command,
            with(json!({ "max_length": 4_000 })),
            with(json!({ "max_length": 4_001 })),
        ),
        case("choices while typing", To::Typing, choices(25, 1), choices(26, 1)),
        case("choice while typing", To::Typing, choices(1, 100), choices(1, 101)),
    ]
}

fn of_commands() -> Vec<Case> {
    let command = |name: &str, description: &str, options: Value| json!({ "name": name, "description": description, "options": options });
    let one = |name: &str, description: &str, options: Value| json!([command(name, description, options)]);
    let option =
        |name: &str, required: bool| json!({ "type": 3, "name": name, "description": "d", "required": required });
    let named = |count: usize| {
        (0..count)
            .map(|number| command(&format!("c{number}"), "d", json!([])))
            .collect::<Value>()
    };
    let options = |count: usize| {
        (0..count)
            .map(|number| option(&format!("o{number}"), false))
            .collect::<Value>()
    };
    let choices = |count: usize| {
        let choices: Vec<_> = (0..count)
            .map(|number| json!({ "name": number.to_string(), "value": "v" }))
            .collect();
        json!([{ "type": 3, "name": "o", "description": "d", "choices": choices }])
    };
    // Three sub-commands of 25 options with names of 2 letters and descriptions of 100, and a fourth one.
    let long = |last: usize| {
        let part = |letter: char| {
            let options: Vec<_> = ('a'..='y')
                .map(|second| json!({ "type": 3, "name": format!("{letter}{second}"), "description": x(100) }))
                .collect();
            json!({ "type": 1, "name": letter.to_string(), "description": "d", "options": options })
        };
        // 3 times 2,552, the command's own 2, and of the fourth 306 beside the last description.
        let mut rest: Vec<_> = ('a'..='c')
            .map(|second| json!({ "type": 3, "name": second.to_string(), "description": x(100) }))
            .collect();
        rest.push(json!({ "type": 3, "name": "z", "description": x(last) }));
        let fourth = json!({ "type": 1, "name": "q", "description": "d", "options": rest });
        one("s", "d", json!([part('l'), part('m'), part('n'), fourth]))
    };
    let localized = |name: &str| {
        let mut command = command("shift", "d", json!([]));
        command["name_localizations"] = json!({ "es-ES": name });
        json!([command])
    };
    let group = |inner: u64| json!([{ "type": 2, "name": "g", "description": "d", "options": [{ "type": inner, "name": "i", "description": "d" }] }]);
    vec![
        case("commands in all", To::Commands, named(100), named(101)),
        case("command size", To::Commands, long(36), long(37)),
        case(
            "command name",
            To::Commands,
            one("añadir_-'1", "d", json!([])),
            one("Shift", "d", json!([])),
        ),
        case(
            "command name",
            To::Commands,
            one(&"a".repeat(32), "d", json!([])),
            one(&"a".repeat(33), "d", json!([])),
        ),
        case("command name", To::Commands, localized("turno"), localized("mi turno")),
        case(
            "command description",
            To::Commands,
            one("a", &x(100), json!([])),
            one("a", &x(101), json!([])),
        ),
        case(
            "command options",
            To::Commands,
            one("a", "d", options(25)),
            one("a", "d", options(26)),
        ),
        case(
            "command choices",
            To::Commands,
            one("a", "d", choices(25)),
            one("a", "d", choices(26)),
        ),
        case(
            "required options first",
            To::Commands,
            one("a", "d", json!([option("a", true), option("b", false)])),
            one("a", "d", json!([option("a", false), option("b", true)])),
        ),
        case(
            "command shape",
            To::Commands,
            one("a", "d", group(1)),
            one("a", "d", group(3)),
        ),
        case(
            "command shape",
            To::Commands,
            one("a", "d", options(1)),
            json!([command("a", "d", json!([])), command("a", "d", json!([]))]),
        ),
    ]
}
