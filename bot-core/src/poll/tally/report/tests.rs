//! Tables and sentences, as they are read.

use insta::assert_snapshot;

use super::{Labels, grid, table};
use crate::clock::Instant;
use crate::locale::{Language, Voice};
use crate::poll::tally::file::blt;
use crate::poll::tally::outcome::{OptionIndex, Outcome, Step};
use crate::poll::tally::stv::{self, rules::StvRules};
use crate::poll::tally::tie::{Broken, Tie, TieAbout, TieRule};
use crate::time::Zone;

const COUNCIL: &str = "4 2\n7 1 2 0\n3 2 0\n2 3 4 0\n3 4 0\n0\n\"Ana\" \"Ben\" \"Cleo\" \"Dan\"\n\"Council\"\n";

fn voice(language: Language) -> Voice {
    Voice {
        language,
        zone: Zone::utc(),
        now: Instant::UNIX_EPOCH,
    }
}

/// The council counted, with these names.
fn council(names: [&str; 4]) -> (Outcome, Vec<String>) {
    let file = blt::read(COUNCIL).unwrap();
    let outcome = stv::count(&file.ballots, 2, &StvRules::SCOTTISH, None);
    (outcome, names.map(str::to_owned).to_vec())
}

fn said(language: Language, names: [&str; 4]) -> String {
    let (outcome, names) = council(names);
    table(&outcome, &names, &Labels::said(&voice(language)))
}

#[test]
fn a_table_has_a_row_for_each_option_and_a_column_for_each_stage() {
    assert_snapshot!(said(Language::English, ["Ana", "Ben", "Cleo", "Dan"]), @"
    Stage                   1         2         3         4
    Ana               7.00000*  6.00000*  6.00000*  6.00000*
    Ben               3.00000   3.99995   3.99995         -
    Cleo              2.00000   2.00000         -         -
    Dan               3.00000   3.00000   5.00000   5.00000*
    Quota             6.00000   6.00000   6.00000   6.00000
    Exhausted         0.00000   0.00000   0.00000   3.99995
    Lost in decimals  0.00000   0.00005   0.00005   0.00005

    * elected, - out of the count
    ");
}

#[test]
fn the_table_is_said_in_the_reader_s_language_and_lines_up_whatever_the_names_are() {
    let names = ["会議室を明るく塗り替えるかどうか", "Ñandú", "🌮 tacos\nfor all", "Dan"];
    let table = said(Language::Spanish, names);
    assert_snapshot!(table, @"
    Ronda                              1         2         3         4
    会議室を明るく塗り替えるか…  7.00000*  6.00000*  6.00000*  6.00000*
    Ñandú                        3.00000   3.99995   3.99995         -
    🌮 tacos for all             2.00000   2.00000         -         -
    Dan                          3.00000   3.00000   5.00000   5.00000*
    Cuota                        6.00000   6.00000   6.00000   6.00000
    Agotados                     0.00000   0.00000   0.00000   3.99995
    Perdidos en decimales        0.00000   0.00005   0.00005   0.00005

    * elegida, - fuera del recuento
    ");
    let hebrew = said(Language::English, ["Ana", "Ben", "Cleo", "שלום"]);
    let row = hebrew.lines().nth(4).unwrap();
    assert!(row.starts_with("\u{2068}שלום\u{2069}              3.00000 "), "{row}");
}

#[test]
fn more_stages_than_fit_side_by_side_stand_below_each_other() {
    let (mut outcome, names) = council(["Ana", "Ben", "Cleo", "Dan"]);
    outcome.stages = [outcome.stages.as_slice(); 3].concat();
    let table = table(&outcome, &names, &Labels::said(&voice(Language::English)));
    let heads: Vec<&str> = table.lines().filter(|line| line.starts_with("Stage")).collect();
    assert_eq!(heads.len(), 2, "{table}");
    assert!(heads[1].ends_with("12"), "{table}");
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
}

#[test]
fn a_count_without_stages_has_no_table() {
    let names = ["Ana".to_owned()];
    let words = Labels::said(&voice(Language::English));
    assert_eq!(table(&Outcome::default(), &names, &words), "");
}

#[test]
fn a_grid_numbers_its_columns() {
    let names = ["Ana", "Ben", "Cleo"].map(str::to_owned);
    let figures = [vec![0, 9, 9], vec![14, 0, 8], vec![14, 15, 0]];
    assert_snapshot!(grid(&names, &figures), @"
             1   2   3
    1 Ana    -   9   9
    2 Ben   14   -   8
    3 Cleo  14  15   -
    ");
}

#[test]
fn each_stage_says_what_it_did_and_whom_it_elected() {
    let (outcome, names) = council(["Ana", "Ben", "Cleo", "Dan"]);
    let mut stages = outcome.stages;
    let [first, second] = [OptionIndex(1), OptionIndex(2)];
    stages[1].step = Step::Batch {
        options: vec![first, second],
    };
    stages[2].step = Step::Runoff {
        finalists: [first, second],
    };
    let said = |language| {
        let voice = voice(language);
        let lines = stages.iter().map(|stage| voice.text(&super::stage(stage, &names)));
        lines.collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(said(Language::English), @"
    first counts; elected: Ana
    out together: Ben, Cleo
    run-off: Ben, Cleo
    out with the fewest votes: Ben; elected: Dan
    ");
    assert_snapshot!(said(Language::Spanish), @"
    primer recuento; plaza para: Ana
    fuera a la vez: Ben, Cleo
    segunda vuelta: Ben, Cleo
    fuera, con menos votos: Ben; plaza para: Dan
    ");
}

#[test]
fn each_tie_says_what_broke_it() {
    let names = ["Ana", "Ben"].map(str::to_owned);
    let rules = [
        None,
        Some(TieRule::EarlierStage { stage: 2 }),
        Some(TieRule::Seed),
        Some(TieRule::NoVotes),
        Some(TieRule::SameWinner),
        Some(TieRule::HeadToHead),
        Some(TieRule::Points),
        Some(TieRule::TopScores),
        Some(TieRule::FewestNo),
        Some(TieRule::Earliest),
    ];
    let about = [
        TieAbout::Seat,
        TieAbout::Elimination,
        TieAbout::SurplusOrder,
        TieAbout::Finalist,
    ];
    let said = |language| {
        let voice = voice(language);
        let ties = rules.iter().zip(about.iter().cycle()).map(|(rule, about)| Tie {
            stage: 3,
            options: vec![OptionIndex(0), OptionIndex(1)],
            about: *about,
            broken: rule.map(|by| Broken {
                chosen: OptionIndex(1),
                by,
            }),
        });
        let lines = ties.map(|tie| voice.text(&super::tie(&tie, &names)));
        lines.collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(said(Language::English), @"
    stage 3, who is elected: Ana, Ben are tied; nothing breaks the tie, and the count stops here
    stage 3, who leaves the count: Ana, Ben are tied; Ben, by their counts in stage 2
    stage 3, whose surplus goes on first: Ana, Ben are tied; Ben, by the lots drawn from the seed
    stage 3, who goes into the run-off: Ana, Ben are tied; none has a vote, so all of them do, and their order changes nothing
    stage 3, who is elected: Ana, Ben are tied; Ben wins whoever of them goes on
    stage 3, who leaves the count: Ana, Ben are tied; Ben, by how they do against each other
    stage 3, whose surplus goes on first: Ana, Ben are tied; Ben, with more points
    stage 3, who goes into the run-off: Ana, Ben are tied; Ben, with the top score more often
    stage 3, who is elected: Ana, Ben are tied; Ben, with fewer no
    stage 3, who leaves the count: Ana, Ben are tied; Ben, the earliest
    ");
    assert_snapshot!(said(Language::Spanish), @"
    ronda 3, para salir elegida: empatan Ana, Ben; nada rompe el empate, y el recuento se detiene aquí
    ronda 3, para salir del recuento: empatan Ana, Ben; Ben, por los votos de la ronda 2
    ronda 3, para repartir antes el excedente: empatan Ana, Ben; Ben, por el sorteo a partir de la semilla
    ronda 3, para pasar a la segunda vuelta: empatan Ana, Ben; ninguna tiene votos, así que salen todas, y el orden no cambia nada
    ronda 3, para salir elegida: empatan Ana, Ben; gana Ben, pase la que pase
    ronda 3, para salir del recuento: empatan Ana, Ben; Ben, por los resultados entre ellas
    ronda 3, para repartir antes el excedente: empatan Ana, Ben; Ben, con más puntos
    ronda 3, para pasar a la segunda vuelta: empatan Ana, Ben; Ben, con la nota máxima más veces
    ronda 3, para salir elegida: empatan Ana, Ben; Ben, con menos noes
    ronda 3, para salir del recuento: empatan Ana, Ben; Ben, la primera en el tiempo
    ");
}
