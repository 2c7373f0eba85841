use std::collections::{BTreeMap, BTreeSet};

use muster_core::surface::{PauseScope, Refusal, RoomAddress};

use super::labels::VERDICTS;
use super::*;

/// A family as a strict reader of the text takes it.
#[derive(Debug, Default)]
struct Read {
    kind: String,
    help: String,
    unit: Option<String>,
    samples: Vec<Sample>,
}

#[derive(Debug)]
struct Sample {
    name: String,
    labels: BTreeMap<String, String>,
    value: f64,
}

impl Read {
    fn value(&self, labels: &[(&str, &str)]) -> Option<f64> {
        let labels = labels
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        let labels: BTreeMap<_, _> = labels.collect();
        self.samples
            .iter()
            .find(|sample| sample.labels == labels)
            .map(|sample| sample.value)
    }
}

/// Reads `OpenMetrics` text as its specification says, and panics at whatever it does not allow.
fn read(text: &str) -> BTreeMap<String, Read> {
    let body = text.strip_suffix("# EOF\n").expect("it ends with # EOF");
    let mut families = BTreeMap::<String, Read>::new();
    let mut current = String::new();
    for line in body.lines() {
        if let Some(comment) = line.strip_prefix("# ") {
            let (what, rest) = comment.split_once(' ').unwrap();
            let (name, said) = rest.split_once(' ').unwrap();
            if what == "HELP" {
                assert!(!families.contains_key(name), "{name} stands twice");
                name.clone_into(&mut current);
            }
            assert_eq!(name, current, "the lines of a family stand together");
            let family = families.entry(name.to_owned()).or_default();
            match what {
                "HELP" => said.clone_into(&mut family.help),
                "TYPE" => said.clone_into(&mut family.kind),
                "UNIT" => family.unit = Some(said.to_owned()),
                _ => panic!("{line}"),
            }
        } else {
            let sample = read_sample(line);
            assert!(sample.name.starts_with(&current), "{line} stands under {current}");
            families.get_mut(&current).unwrap().samples.push(sample);
        }
    }
    families
}

fn read_sample(line: &str) -> Sample {
    let (series, value) = line.rsplit_once(' ').unwrap();
    let (name, labels) = match series.split_once('{') {
        Some((name, labels)) => (name, labels.strip_suffix('}').unwrap()),
        None => (series, ""),
    };
    let is_word = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    assert!(is_word(name), "{line}");
    let pairs = labels.split(',').filter(|pair| !pair.is_empty()).map(|pair| {
        let (key, value) = pair.split_once('=').unwrap();
        let value = value
            .strip_prefix('"')
            .and_then(|value| value.strip_suffix('"'))
            .unwrap();
        assert!(is_word(key) && !value.contains(['"', '\\']), "{line}");
        (key.to_owned(), value.to_owned())
    });
    Sample {
        name: name.to_owned(),
        labels: pairs.collect(),
        value: value.parse().unwrap(),
    }
}

fn verdicts() -> Vec<Verdict> {
    let room = RoomAddress {
        platform: Platform::Telegram,
        place: "-1001234".to_owned(),
        room: "secret room".to_owned(),
        private: false,
    };
    let mut verdicts = vec![
        Verdict::Delivered {
            receipt: Some("4711".to_owned()),
        },
        Verdict::Retry { after: None },
        Verdict::Paused {
            scope: PauseScope::Chat,
            length: TimeDelta::seconds(1),
        },
        Verdict::Moved(room),
        Verdict::Unknown,
    ];
    verdicts.extend(Refusal::ALL.map(Verdict::Refused));
    verdicts
}

/// Everything that can happen on every platform, and everything that waits.
fn everything(metrics: &Metrics) -> String {
    let mut outbox = Vec::new();
    for platform in Platform::ALL {
        for kind in OutboxKind::ALL {
            metrics.attempt_begins(platform, kind, TimeDelta::milliseconds(300));
            outbox.push((platform, kind, 7));
        }
        for verdict in verdicts() {
            metrics.attempt_ended(platform, &verdict);
            metrics.edit_ended(platform, &verdict);
        }
        metrics.possibly_repeated(platform);
        metrics.events_received(platform, 3);
        metrics.events_repeated(platform, 2);
        metrics.events_declined(platform, 1);
        for why in Skipped::ALL {
            metrics.event_skipped(platform, why);
        }
        metrics.lease_held(platform, true);
        metrics.connection_cut(platform);
    }
    for outcome in CommandOutcome::ALL {
        metrics.command_ended(outcome);
    }
    metrics.due_work_begins(TimeDelta::seconds(2));
    metrics.tasks_live(40);
    metrics.panicked();
    metrics.fault();
    metrics.encode(Some(&Depths {
        inbox: 5,
        due: 6,
        unknown: 2,
        outbox,
    }))
}

#[test]
fn a_strict_reader_takes_it_and_every_name_follows_the_conventions() {
    let families = read(&everything(&Metrics::new(&Platform::ALL)));
    assert_eq!(families.len(), 20);
    for (name, family) in &families {
        assert!(name.starts_with("muster_"), "{name}");
        assert!(
            family.help.ends_with('.') && family.help.len() > 10,
            "{name}: {}",
            family.help
        );
        let endings: &[&str] = match family.kind.as_str() {
            "counter" => &["_total"],
            "gauge" => &[""],
            "histogram" => &["_bucket", "_sum", "_count"],
            kind => panic!("{name} is a {kind}"),
        };
        assert_eq!(family.unit.is_some(), family.kind == "histogram", "{name}");
        assert!(family.unit.is_none() || name.ends_with("_seconds"), "{name}");
        assert!(!family.samples.is_empty(), "{name}");
        let mut series = BTreeSet::new();
        for sample in &family.samples {
            let ending = sample.name.strip_prefix(name.as_str()).unwrap();
            assert!(endings.contains(&ending), "{}", sample.name);
            assert!(sample.value >= 0.0);
            assert!(
                series.insert((&sample.name, &sample.labels)),
                "{name} says a thing twice"
            );
        }
    }
}

#[test]
fn every_label_is_one_of_a_few_words() {
    let families = read(&everything(&Metrics::new(&[])));
    let mut seen = BTreeMap::<String, BTreeSet<String>>::new();
    for sample in families.values().flat_map(|family| &family.samples) {
        for (key, value) in &sample.labels {
            seen.entry(key.clone()).or_default().insert(value.clone());
        }
    }
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<BTreeSet<_>>();
    let mut buckets = seen.remove("le").unwrap();
    assert!(buckets.remove("+Inf") && buckets.iter().all(|bucket| bucket.parse::<f64>().is_ok()));
    let reasons = words(&[
        "blocked",
        "never_started",
        "private_closed",
        "deactivated",
        "left",
        "forbidden",
        "closed",
        "gone",
        "too_long",
        "unreachable",
        "unknown_kind",
        "malformed",
        "panicked",
    ]);
    let expected = [
        (
            "kind",
            words(&["answer", "broadcast", "farewell", "notice", "reminder"]),
        ),
        (
            "outcome",
            words(&["answered", "declined", "failed", "repeated", "silent"]),
        ),
        ("platform", words(&Platform::ALL.map(Platform::code))),
        ("reason", reasons),
        ("verdict", words(&VERDICTS)),
    ];
    assert_eq!(seen, expected.map(|(key, words)| (key.to_owned(), words)).into());
}

#[test]
fn what_may_happen_is_there_at_zero_from_the_start() {
    let metrics = Metrics::new(&Platform::ALL);
    let series = |text: &str| -> BTreeSet<String> {
        let samples = text.lines().filter(|line| !line.starts_with('#'));
        samples
            .map(|line| line.rsplit_once(' ').unwrap().0.to_owned())
            .collect()
    };
    let before = metrics.encode(Some(&Depths::default()));
    assert!(
        read(&before)
            .values()
            .flat_map(|family| &family.samples)
            .all(|sample| sample.value == 0.0)
    );
    assert_eq!(series(&before), series(&everything(&metrics)));
}

#[test]
fn it_says_what_happened() {
    let metrics = Metrics::new(&[Platform::Telegram]);
    metrics.attempt_ended(Platform::Telegram, &Verdict::Refused(Refusal::Blocked));
    metrics.events_received(Platform::Telegram, 3);
    metrics.lease_held(Platform::Telegram, true);
    metrics.attempt_begins(Platform::Telegram, OutboxKind::Reminder, TimeDelta::milliseconds(1500));
    metrics.attempt_begins(Platform::Telegram, OutboxKind::Reminder, TimeDelta::seconds(-5));
    let depths = Depths {
        inbox: 2,
        due: 4,
        unknown: 0,
        outbox: vec![(Platform::Telegram, OutboxKind::Notice, 9)],
    };
    let families = read(&metrics.clone().encode(Some(&depths)));
    let value = |family: &str, labels: &[(&str, &str)]| families[family].value(labels);
    let telegram = ("platform", "telegram");
    assert_eq!(
        value("muster_delivery_attempts", &[telegram, ("verdict", "refused")]),
        Some(1.0)
    );
    assert_eq!(
        value("muster_delivery_refusals", &[telegram, ("reason", "blocked")]),
        Some(1.0)
    );
    assert_eq!(value("muster_events_received", &[telegram]), Some(3.0));
    assert_eq!(value("muster_lease_held", &[telegram]), Some(1.0));
    assert_eq!(value("muster_inbox_waiting", &[]), Some(2.0));
    assert_eq!(value("muster_due_waiting", &[]), Some(4.0));
    assert_eq!(
        value("muster_outbox_waiting", &[telegram, ("kind", "notice")]),
        Some(9.0)
    );
    assert_eq!(
        value("muster_outbox_waiting", &[telegram, ("kind", "answer")]),
        Some(0.0)
    );
    let late = |le| {
        value(
            "muster_delivery_lateness_seconds",
            &[telegram, ("kind", "reminder"), ("le", le)],
        )
    };
    assert_eq!(
        (late("0.05"), late("1.0"), late("2.5")),
        (Some(1.0), Some(1.0), Some(2.0))
    );
}

#[test]
fn while_the_store_is_silent_nothing_is_said_of_what_waits() {
    let families = read(&Metrics::new(&Platform::ALL).encode(None));
    assert!(families.keys().all(|name| !name.ends_with("_waiting")));
    assert!(families.contains_key("muster_commands"));
}

#[test]
fn the_operators_guide_says_what_each_metric_says() {
    let guide = include_str!("../../../docs/operating.md");
    for (name, family) in read(&Metrics::new(&[]).encode(Some(&Depths::default()))) {
        let ending = if family.kind == "counter" { "_total" } else { "" };
        assert!(guide.contains(&format!("`{name}{ending}`")), "{name}{ending}");
    }
}
