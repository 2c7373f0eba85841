//! Polls as they are drawn.

use insta::assert_snapshot;

use super::{Body, Mark, Row, Shown, Standing, Turnout, picture};
use crate::clock::Instant;
use crate::locale::{Language, Voice};
use crate::picture::{Picture, Theme, svg};
use crate::poll::tally::file::blt;
use crate::poll::tally::irv::{self, IrvRules};
use crate::poll::tally::outcome::Outcome;
use crate::poll::tally::report::Labels;
use crate::poll::tally::stv::{self, rules::StvRules};
use crate::time::Zone;

const COUNCIL: &str = "4 2\n7 1 2 0\n3 2 0\n2 3 4 0\n3 4 0\n0\n\"Ana\" \"Ben\" \"Cleo\" \"Dan\"\n\"Council\"\n";

fn voice(language: Language) -> Voice {
    Voice {
        language,
        zone: Zone::utc(),
        now: Instant::UNIX_EPOCH,
    }
}

/// The options with their votes; the first wins.
fn rows<'a>(options: &[(&'a str, u64)]) -> Vec<Row<'a>> {
    let all: u64 = options.iter().map(|(_, votes)| votes).sum();
    let row = |(number, (option, votes)): (usize, &(&'a str, u64))| Row {
        option,
        figure: *votes,
        lighter: 0,
        said: format!("{votes} · {} %", votes * 100 / all.max(1)),
        standing: if number == 0 { Standing::Won } else { Standing::Other },
    };
    options.iter().enumerate().map(row).collect()
}

fn turnout(voted: u64, of: u64, quorum: u64) -> Turnout {
    Turnout {
        said: format!("{voted} of {of} voted"),
        voted,
        of: Some(of),
        quorum: Some(Mark {
            figure: quorum,
            said: format!("{quorum} must vote"),
        }),
    }
}

fn pizza() -> Shown<'static> {
    Shown {
        question: "Pizza or tacos?",
        result: "Pizza wins with 8 of 13.".to_owned(),
        body: Body::Bars {
            rows: rows(&[("Pizza", 8), ("Tacos", 5)]),
            needed: None,
        },
        methods: Vec::new(),
        turnout: Some(turnout(13, 20, 10)),
    }
}

fn drawn(shown: &Shown<'_>, theme: Theme) -> String {
    svg(&picture(shown, &voice(Language::English)).drawing, theme)
}

/// Twelve ways of one street, as long as options can be.
fn long_options() -> Vec<String> {
    let option = |number| {
        let option =
            format!("{number}. Plant lime trees along the southern side of Washington Avenue, from the library");
        format!("{option:x<100}").replace('x', "!")
    };
    (1..=20).map(option).collect()
}

#[test]
fn two_options_stand_beside_their_bars() {
    assert_snapshot!("two", drawn(&pizza(), Theme::Light));
    assert_snapshot!("two_on_dark", drawn(&pizza(), Theme::Dark));
    assert_eq!(
        picture(&pizza(), &voice(Language::English)).alt,
        "The poll as a picture: Pizza or tacos? Pizza wins with 8 of 13. Pizza: 8 · 61 % ✓; Tacos: 5 · 38 %. \
         13 of 20 voted; 10 must vote."
    );
}

#[test]
fn twelve_options_in_spanish_with_what_it_takes_to_pass() {
    let shown = Shown {
        question: "¿Dónde celebramos la asamblea general de otoño de la asociación vecinal de Ñuñoa?",
        result: "Gana Biblioteca, con 31 de 80.".to_owned(),
        body: Body::Bars {
            rows: rows(&[
                ("Biblioteca", 31),
                ("Colegio", 17),
                ("Polideportivo", 9),
                ("Parroquia", 8),
                ("Casa de cultura", 5),
                ("Plaza Mayor", 3),
                ("Teatro", 2),
                ("Mercado", 2),
                ("Ateneo", 1),
                ("Club de ajedrez", 1),
                ("Ninguna de estas", 1),
                ("Otra", 0),
            ]),
            needed: Some(Mark {
                figure: 40,
                said: "se aprueba con 40".to_owned(),
            }),
        },
        methods: Vec::new(),
        turnout: Some(Turnout {
            said: "han votado 80 de 240 personas, abstenciones incluidas (0)".to_owned(),
            voted: 80,
            of: Some(240),
            quorum: Some(Mark {
                figure: 120,
                said: "tienen que votar 120".to_owned(),
            }),
        }),
    };
    let picture = picture(&shown, &voice(Language::Spanish));
    assert_snapshot!("twelve_in_spanish", svg(&picture.drawing, Theme::Light));
    assert_snapshot!("twelve_in_spanish_on_dark", svg(&picture.drawing, Theme::Dark));
}

#[test]
fn long_options_stand_above_their_bars_and_none_is_lost() {
    let options = long_options();
    let votes: Vec<(&str, u64)> = options.iter().map(String::as_str).zip((1..=20).rev()).collect();
    let shown = Shown {
        question: &"Which of these shall we build first, and with whom? ".repeat(6)[..300],
        result: format!("{} wins with 20 of 210.", options[0]),
        body: Body::Bars {
            rows: rows(&votes),
            needed: None,
        },
        methods: Vec::new(),
        turnout: None,
    };
    assert_snapshot!("twenty_long", drawn(&shown, Theme::Light));
    let picture = picture(&shown, &voice(Language::English));
    assert!(picture.alt.chars().count() <= 1000, "{}", picture.alt);
    for (number, votes) in (1..=20).zip((1..=20).rev()) {
        assert!(picture.alt.contains(&format!("{number}. Plant")), "{}", picture.alt);
        assert!(picture.alt.contains(&format!(": {votes} · ")), "{}", picture.alt);
    }
    let (height, width) = (picture.drawing.height, picture.drawing.width);
    assert!(
        height < 2_500,
        "every pixel of the sheet is two of the picture: {height}"
    );
    assert!(height < 20 * width, "no platform refuses it: {height}");
}

#[test]
fn what_the_font_lacks_is_left_out_and_the_number_stands_for_it() {
    let shown = Shown {
        question: "🌮 ¿Tacos o 寿司?",
        result: "A tie: 🌮 tacos, 寿司 and 👍 have 3 votes each.".to_owned(),
        body: Body::Bars {
            rows: ["🌮 tacos", "寿司を食べに行く", "👍", "שלום עולם", "<b>Łódź & Αθήνα</b>"]
                .map(|option| Row {
                    option,
                    figure: 3,
                    lighter: 2,
                    said: "3, 2 if need be".to_owned(),
                    standing: Standing::Tied,
                })
                .to_vec(),
            needed: None,
        },
        methods: Vec::new(),
        turnout: None,
    };
    assert_snapshot!("letters_and_signs", drawn(&shown, Theme::Light));
    let alt = picture(&shown, &voice(Language::English)).alt;
    assert!(alt.contains("寿司を食べに行く: 3, 2 if need be ="), "{alt}");
}

fn standing(outcome: &Outcome, at: usize) -> Standing {
    if outcome.winners.iter().any(|winner| winner.at() == at) {
        Standing::Won
    } else {
        Standing::Other
    }
}

fn stages<'a>(question: &'a str, outcome: &'a Outcome, options: &'a [String], language: Language) -> Picture {
    let voice = voice(language);
    let shown = Shown {
        question,
        result: "Elected: Ana and Dan.".to_owned(),
        body: Body::Stages {
            outcome,
            options,
            standings: (0..options.len()).map(|at| standing(outcome, at)).collect(),
            labels: Labels::said(&voice),
        },
        methods: Vec::new(),
        turnout: Some(turnout(15, 40, 20)),
    };
    picture(&shown, &voice)
}

#[test]
fn a_count_by_stages_has_a_column_for_each() {
    let file = blt::read(COUNCIL).unwrap();
    let outcome = stv::count(&file.ballots, 2, &StvRules::SCOTTISH, None);
    let picture = stages("Council", &outcome, &file.options, Language::English);
    assert_snapshot!("stages", svg(&picture.drawing, Theme::Light));
    assert_snapshot!("stages_on_dark", svg(&picture.drawing, Theme::Dark));
    assert_eq!(
        picture.alt,
        "The poll as a picture: Council. Elected: Ana and Dan. Stage 1, 2, 3, 4; Ana: 7.00 ✓, 6.00 ✓, 6.00 ✓, 6.00 ✓; \
         Ben: 3.00, 3.99, 3.99, –; Cleo: 2.00, 2.00, –, –; Dan: 3.00, 3.00, 5.00, 5.00 ✓; \
         Exhausted: 0.00, 0.00, 0.00, 3.99. 15 of 40 voted; 20 must vote."
    );
}

#[test]
fn of_many_stages_the_first_and_the_last_are_drawn() {
    let options: Vec<String> = long_options().into_iter().take(12).collect();
    let ballots: Vec<String> = (1..=12)
        .map(|first| format!("{} {first} 1 0", 100 + first * 7))
        .collect();
    let names: Vec<String> = options.iter().map(|option| format!("\"{option}\"")).collect();
    let file = format!("12 1\n{}\n0\n{}\n\"Streets\"\n", ballots.join("\n"), names.join("\n"));
    let file = blt::read(&file).unwrap();
    let outcome = irv::count(&file.ballots, IrvRules::default(), None);
    assert!(outcome.stages.len() > 8, "{}", outcome.stages.len());
    let picture = stages("Which street first?", &outcome, &options, Language::Spanish);
    assert_snapshot!("many_stages", svg(&picture.drawing, Theme::Light));
    assert!(picture.alt.chars().count() <= 1000, "{}", picture.alt);
    assert!(picture.alt.contains("12. Plant"), "{}", picture.alt);
}

#[test]
fn turnout_alone_is_a_meter_that_tells_whether_enough_have_voted() {
    let shown = |voted| Shown {
        question: "Shall we strike?",
        result: "Open until Fri 4 Dec, 18:00 New York time.".to_owned(),
        body: Body::Bars {
            rows: Vec::new(),
            needed: None,
        },
        methods: Vec::new(),
        turnout: Some(turnout(voted, 40, 20)),
    };
    assert_snapshot!("turnout_short", drawn(&shown(7), Theme::Light));
    assert_snapshot!("turnout_reached", drawn(&shown(31), Theme::Dark));
    let nobody = drawn(&shown(0), Theme::Light);
    let areas = |drawn: &str| drawn.matches("<rect").count();
    assert_eq!(
        areas(&nobody) + 1,
        areas(&drawn(&shown(7), Theme::Light)),
        "no bar: {nobody}"
    );
}

#[test]
fn where_methods_disagree_they_stand_side_by_side() {
    let methods = |names: [(&str, &str); 3]| {
        names
            .map(|(method, chosen)| (method.to_owned(), chosen.to_owned()))
            .into()
    };
    let shown = Shown {
        methods: methods([
            ("Most first choices", "Left and Right"),
            ("Instant run-off", "Right"),
            (
                "One to one against every other",
                "The one in the middle, whom everybody likes second best",
            ),
        ]),
        ..pizza()
    };
    assert_snapshot!("methods", drawn(&shown, Theme::Light));
    assert_snapshot!("methods_on_dark", drawn(&shown, Theme::Dark));
    let alt = picture(&shown, &voice(Language::English)).alt;
    assert!(
        alt.contains("Most first choices: Left and Right; Instant run-off: Right; One to one"),
        "{alt}"
    );
}
