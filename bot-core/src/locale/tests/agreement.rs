//! The languages agree with each other, and the files with the code.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentArgs, FluentValue};

use super::files::{Message, messages};
use super::source::{self, Asked};
use crate::catalogue::forms::{FormSpec, forms};
use crate::catalogue::{CommandSpec, areas, by_area, specs};
use crate::locale::{Language, bundles};

/// What every audit sentence may say: who acted, on what, and whom it concerned.
const AUDIT_ARGS: [&str; 3] = ["actor", "person", "subject"];

/// The plural forms of English and Spanish (CLDR).
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// The messages of a language; what is wrong with the files themselves is for one test to say.
fn said_in(language: Language) -> BTreeMap<String, Message> {
    messages(language, &mut Vec::new())
}

/// The keys that are made of data: the summary of each command, what each area of several commands is for, the words of
/// each form, the sentence of each act in the audit log.
fn keys_of_data(source: &source::Source) -> BTreeSet<String> {
    let commands = specs().map(CommandSpec::summary_key);
    let areas = areas().filter(|area| by_area(area).count() > 1);
    let areas = areas.map(|area| format!("area-{area}"));
    let acts = source.acts.iter().map(|act| act.replace(['.', '_'], "-"));
    let acts = acts.map(|act| format!("audit-{act}"));
    let fields = forms().flat_map(|form| form.fields.iter().map(move |field| form.label_key(field)));
    let fields = fields.flat_map(|key| [format!("{key}-hint"), key]);
    let forms = forms().map(FormSpec::title_key).chain(fields);
    commands.chain(areas).chain(forms).chain(acts).collect()
}

#[test]
fn every_file_reads_and_says_each_key_once() {
    let mut complaints = Vec::new();
    for language in Language::ALL {
        messages(language, &mut complaints);
    }
    none(&complaints);
}

#[test]
fn every_language_says_the_same_with_the_same_arguments() {
    let english = said_in(Language::English);
    let mut complaints = Vec::new();
    for language in Language::ALL {
        let other = said_in(language);
        let keys: BTreeSet<&String> = english.keys().chain(other.keys()).collect();
        for key in keys {
            let same = |message: &Message| (message.file.clone(), message.variables.clone());
            let (here, there) = (english.get(key).map(same), other.get(key).map(same));
            if here != there {
                complaints.push(format!("{key}: en has {here:?}, {language} has {there:?}"));
            }
        }
    }
    none(&complaints);
}

#[test]
fn the_code_asks_only_for_what_is_there_with_the_arguments_it_takes() {
    let english = said_in(Language::English);
    let source = source::read();
    let mut complaints = Vec::new();
    for Asked { by, key, args } in &source.asked {
        let given: BTreeSet<String> = args.keys().cloned().collect();
        match english.get(key) {
            None => complaints.push(format!("{}: {key} is in no file", by.display())),
            Some(message) if message.variables != given => complaints.push(format!(
                "{}: {key} takes {:?}, is given {given:?}",
                by.display(),
                message.variables
            )),
            Some(_) => {}
        }
    }
    for key in keys_of_data(&source) {
        match english.get(&key) {
            None => complaints.push(format!("{key} is in no file")),
            Some(message) => complaints.extend(
                message
                    .variables
                    .iter()
                    .filter(|variable| !key.starts_with("audit-") || !AUDIT_ARGS.contains(&variable.as_str()))
                    .map(|variable| format!("{key} cannot say {variable}")),
            ),
        }
    }
    none(&complaints);
}

#[test]
fn no_sentence_is_forgotten_in_the_files() {
    let source = source::read();
    let mut asked = keys_of_data(&source);
    let seen = source.asked.into_iter().filter(|asked| !asked.is_in_tests());
    asked.extend(seen.map(|asked| asked.key));
    let unused: Vec<String> = said_in(Language::English)
        .into_keys()
        .filter(|key| !asked.contains(key))
        .collect();
    none(&unused);
}

#[test]
fn a_message_selects_only_by_what_it_can() {
    let asked = source::read().asked;
    let mut complaints = Vec::new();
    for language in Language::ALL {
        let messages = said_in(language);
        for Asked { by, key, args } in &asked {
            let selectors = messages.get(key).into_iter().flat_map(|message| &message.selectors);
            for (variable, keys) in selectors {
                let counts = keys
                    .iter()
                    .any(|key| PLURALS.contains(&key.as_str()) || key.parse::<f64>().is_ok());
                let kind = args.get(variable).map_or("nothing", String::as_str);
                if kind != if counts { "number" } else { "word" } {
                    complaints.push(format!(
                        "{}: {key} in {language} selects by {variable}, which is a {kind}",
                        by.display()
                    ));
                }
            }
        }
    }
    none(&complaints);
}

#[test]
fn every_message_formats() {
    let mut complaints = Vec::new();
    for language in Language::ALL {
        for (key, message) in said_in(language) {
            for number in [0, 1, 2, 5] {
                let samples = message.variables.iter().map(|name| {
                    let words = message.selectors.get(name).into_iter().flatten();
                    let counts = words.clone().next().is_none_or(|word| PLURALS.contains(&word.as_str()));
                    let word = words.cycle().nth(number).cloned().unwrap_or_default();
                    let sample = if counts { FluentValue::from(number) } else { word.into() };
                    (name.as_str(), sample)
                });
                let args: FluentArgs<'_> = samples.collect();
                let mut errors = Vec::new();
                let text = bundles::format_in(bundles::of(language), &key, &args, &mut errors);
                if text.is_none_or(|text| text.is_empty()) || !errors.is_empty() {
                    complaints.push(format!("{language}: {key}: {errors:?}"));
                }
            }
        }
    }
    none(&complaints);
}
