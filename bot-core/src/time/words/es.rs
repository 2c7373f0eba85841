//! Spanish: echoes only so far. Speakers of Spanish type the same words as everybody.

use super::{Words, en};

pub(super) const WORDS: Words = Words {
    terms: en::TERMS,
    weekdays: ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
    months: [
        "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic",
    ],
    zone: "hora de {}",
    and: "y",
    coming: "próximas:",
    every_day: ["cada día", "cada {} días"],
    every_workday: "de lunes a viernes",
    every_week: ["cada {days}", "cada {} semanas: {days}"],
    units: ["día", "días", "h", "min"],
};
