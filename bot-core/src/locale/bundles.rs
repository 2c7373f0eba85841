//! The Fluent files, embedded and parsed once.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::Language;

pub(super) type Bundle = FluentBundle<FluentResource>;

macro_rules! files {
    ($language:literal: $($domain:literal)*) => {
        &[$((
            concat!($language, "/", $domain, ".ftl"),
            include_str!(concat!("../../locales/", $language, "/", $domain, ".ftl")),
        )),*]
    };
}

/// A language's files: where each stands under `locales/`, and its text.
pub(super) const fn files(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::English => {
            files!("en": "shared" "time" "catalogue" "shift" "task" "reminder" "series" "poll" "tally" "broadcast" "people" "members" "digest" "calendar" "console")
        }
        Language::Spanish => {
            files!("es": "shared" "time" "catalogue" "shift" "task" "reminder" "series" "poll" "tally" "broadcast" "people" "members" "digest" "calendar" "console")
        }
    }
}

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| parse(Language::English));
static SPANISH: LazyLock<Bundle> = LazyLock::new(|| parse(Language::Spanish));

/// A file that does not parse, or says a key twice, costs only that message here: the tests refuse such files.
fn parse(language: Language) -> Bundle {
    let tag: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // The marks that Fluent would put around arguments are ours to set: the renderers isolate what people typed.
    bundle.set_use_isolating(false);
    // NUMBER, for ordinals ("2nd"). It fails only where a function of that name stands already.
    let _doubled = bundle.add_builtins();
    for (_, text) in files(language) {
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let _doubled = bundle.add_resource(resource);
    }
    bundle
}

pub(super) fn of(language: Language) -> &'static Bundle {
    match language {
        Language::English => &ENGLISH,
        Language::Spanish => &SPANISH,
    }
}

/// The message of that key with its arguments, in that language, else in English, else the key itself.
pub(super) fn format(language: Language, key: &str, args: &FluentArgs<'_>) -> String {
    [language, Language::English]
        .into_iter()
        .find_map(|language| format_in(of(language), key, args, &mut Vec::new()))
        .unwrap_or_else(|| key.to_owned())
}

pub(super) fn format_in(
    bundle: &Bundle,
    key: &str,
    args: &FluentArgs<'_>,
    errors: &mut Vec<fluent_bundle::FluentError>,
) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    Some(bundle.format_pattern(pattern, Some(args), errors).into_owned())
}
