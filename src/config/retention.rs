//! `[retention]`: how long what has ended is kept.

use muster_core::chrono::TimeDelta;
use muster_core::retention::Retention;
use serde::Deserialize;

use super::{ConfigError, Setting};

/// What keeps something for good.
pub(super) const FOREVER: &str = "forever";

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RetentionTable {
    pub(super) messages: Option<String>,
    pub(super) codes: Option<String>,
    pub(super) audit: Option<String>,
}

/// Reads the three periods.
pub(super) fn read(messages: &Setting, codes: &Setting, audit: &Setting) -> Result<Retention, ConfigError> {
    Ok(Retention {
        messages: period(
            messages,
            Retention::SHORTEST_MESSAGES,
            "1d, since platforms deliver a message again for about a day",
        )?,
        codes: period(codes, Retention::SHORTEST_CODES, "1h")?,
        audit: match audit.value.as_str() {
            FOREVER => None,
            _ => Some(period(audit, Retention::SHORTEST_AUDIT, "1d, or forever")?),
        },
    })
}

fn period(setting: &Setting, shortest: TimeDelta, at_least: &str) -> Result<TimeDelta, ConfigError> {
    let length = length(&setting.value)
        .ok_or_else(|| setting.wrong("must be a number of hours, days, weeks or years, as in 36h, 14d, 8w or 2y"))?;
    if length < shortest {
        return Err(setting.wrong(format!("must be at least {at_least}")));
    }
    if length > Retention::LONGEST {
        return Err(setting.wrong("must be at most 100y"));
    }
    Ok(length)
}

/// `36h`, `14d`, `8w`, `2y` (of 365 days); at most six digits, so that no length overflows.
fn length(text: &str) -> Option<TimeDelta> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).filter(|digits| *digits <= 6)?;
    let count: i64 = text[..digits].parse().ok()?;
    match text[digits..].trim_start() {
        "h" => Some(TimeDelta::hours(count)),
        "d" => Some(TimeDelta::days(count)),
        "w" => Some(TimeDelta::weeks(count)),
        "y" => Some(TimeDelta::days(count * 365)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_a_number_and_a_unit() {
        let lengths = [
            ("36h", Some(TimeDelta::hours(36))),
            ("14d", Some(TimeDelta::days(14))),
            ("14 d", Some(TimeDelta::days(14))),
            ("8w", Some(TimeDelta::days(56))),
            ("2y", Some(TimeDelta::days(730))),
            ("999999y", Some(TimeDelta::days(999_999 * 365))),
            ("1000000y", None),
            ("14", None),
            ("d", None),
            ("-3d", None),
            ("1.5d", None),
            ("", None),
        ];
        for (text, expected) in lengths {
            assert_eq!(length(text), expected, "{text}");
        }
    }
}
