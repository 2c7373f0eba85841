//! `muster tally`, as an operator meets it.

use std::fs;

use crate::desk;

/// What is said, what is complained of, and the exit code.
fn tally(file: &str, arguments: &[&str]) -> (String, String, Option<i32>) {
    let desk = desk();
    fs::write(desk.path().join("ballots"), file).unwrap();
    let output = desk.run(&[&["tally", "ballots"], arguments].concat(), "");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

/// What is said where nothing is complained of.
fn said(file: &str, arguments: &[&str]) -> String {
    let (said, complained, code) = tally(file, arguments);
    assert_eq!((complained.as_str(), code), ("", Some(0)));
    said
}

const COUNCIL: &str = "\
4 2
7 1 2 0
3 2 0
2 3 4 0
3 4 0
0
\"Ana\" \"Ben\" \"Cleo\" \"Dan\"
\"Council\"
";

#[test]
fn a_transferable_vote_has_a_card_and_a_table_that_can_be_checked_by_hand() {
    assert_eq!(
        said(COUNCIL, &["--method", "stv"]),
        "\
Council
Single transferable vote: 2 seats, 4 options
Ballots: 15, and 0 blank
The quota is a whole number, from the first counts.
The largest surplus goes on first; values are cut to 5 decimals.
A rank with several options ends the ballot.
An empty rank ends the ballot.
An option named again ends the ballot.

Elected
  1. Ana: stage 1, 7.00000
  2. Dan: stage 4, 5.00000

Stages
  1. first counts; elected: Ana
  2. surplus of Ana: 1.00000
  3. out with the fewest votes: Cleo
  4. out with the fewest votes: Ben; elected: Dan

Stage                   1         2         3         4
Ana               7.00000*  6.00000*  6.00000*  6.00000*
Ben               3.00000   3.99995   3.99995         -
Cleo              2.00000   2.00000         -         -
Dan               3.00000   3.00000   5.00000   5.00000*
Quota             6.00000   6.00000   6.00000   6.00000
Exhausted         0.00000   0.00000   0.00000   3.99995
Lost in decimals  0.00000   0.00005   0.00005   0.00005

* elected, - out of the count
"
    );
}

#[test]
fn the_table_goes_to_a_spreadsheet_and_everything_to_programs() {
    let csv = said(COUNCIL, &["--method", "stv", "--format", "csv"]);
    assert_eq!(
        csv.lines().nth(2),
        Some("2,surplus of Ana: 1.00000,,6.00000,6.00000,3.99995,2.00000,3.00000,0.00000,0.00005")
    );
    let json = said(COUNCIL, &["--method", "meek", "--seats", "1", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["winners"], serde_json::json!(["Ana"]));
    assert_eq!(json["stages"][0]["options"][0]["keep"], "1.000000000");
}

#[test]
fn a_tie_is_counted_and_a_seed_breaks_it() {
    let file = "Ana,Ben,weight\n1,2,2\n2,1,2\n";
    let open = said(file, &["--method", "irv"]);
    assert!(open.contains("A true tie leaves 1 open: Ana, Ben."), "{open}");
    assert!(open.contains("--seed TEXT"), "{open}");
    let broken = said(file, &["--method", "irv", "--seed", "1 March"]);
    assert!(broken.contains("by the lots drawn from the seed"), "{broken}");
    assert!(!broken.contains("true tie"), "{broken}");
}

#[test]
fn the_rules_for_marks_are_said_and_can_be_chosen() {
    let file = "Ana,Ben,Cleo,weight\n1,1,2,3\n,1,,2\n,,1,2\n";
    let exhausted = said(file, &["--method", "irv", "--seed", "x"]);
    assert!(
        exhausted.contains("A rank with several options ends the ballot."),
        "{exhausted}"
    );
    assert!(exhausted.contains("Exhausted  3"), "{exhausted}");
    let passed = said(file, &["--method", "irv", "--overvote", "next"]);
    assert!(passed.contains("1. Cleo: stage 1, 5"), "{passed}");
}

#[test]
fn where_methods_disagree_the_card_says_so() {
    let file = "Wright,Kiss,Montroll,weight\n1,,2,9\n,1,2,8\n,2,1,6\n";
    let note = "most first choices, Wright; instant run-off, Kiss; one to one against every other, Montroll";
    let card = said(file, &["--method", "irv"]);
    assert!(card.contains(note), "{card}");
    let agreed = said("Ana,Ben,weight\n1,2,2\n2,1,1\n", &["--method", "irv"]);
    assert!(!agreed.contains("disagree"), "{agreed}");
}

#[test]
fn each_two_options_are_compared_in_tables() {
    let file = "Wright,Kiss,Montroll,weight\n1,,2,9\n,1,2,8\n,2,1,6\n";
    for method in ["schulze", "pairs"] {
        let card = said(file, &["--method", method]);
        assert!(card.contains("  1. Montroll\n"), "{card}");
        assert!(card.contains("2 Kiss      14   -   8\n"), "{card}");
        let csv = said(file, &["--method", method, "--format", "csv"]);
        assert_eq!(
            csv,
            "option,Wright,Kiss,Montroll\nWright,,9,9\nKiss,14,,8\nMontroll,14,15,\n"
        );
    }
}

#[test]
fn choices_and_scores_are_counted_too() {
    let choices = "Ana,Ben,weight\n1,1,2\n0,1,1\n,,1\n";
    let card = said(choices, &["--method", "approval"]);
    assert!(card.contains("Ballots: 3, and 1 blank"), "{card}");
    assert!(card.contains("  1. Ben: stage 1, 3\n"), "{card}");
    let scores = "Ana,Ben,Cleo,weight\n5,4,0,3\n0,4,5,2\n";
    assert!(said(scores, &["--method", "score"]).contains("  1. Ben: stage 1, 20\n"));
    let star = said(scores, &["--method", "star"]);
    assert!(star.contains("  1. Ana: stage 2, 3\n"), "{star}");
    assert!(star.contains("  2. run-off: Ana, Ben; elected: Ana\n"), "{star}");
    let (_, complained, code) = tally(choices, &["--method", "single"]);
    let complaint = "muster: ballots: line 2: 2 options are chosen where 1 can be\n";
    assert_eq!((complained.as_str(), code), (complaint, Some(1)));
}

const WHEN: &str = "\
2027-03-02T18:00,2027-03-01T18:00,2027-03-03T18:00,weight
yes,yes,no,3
no,if need be,yes,1
no,,maybe,1
,,,1
";

#[test]
fn answers_are_counted_and_the_earliest_of_equals_wins_wherever_it_stands() {
    let card = said(WHEN, &["--method", "availability"]);
    assert_eq!(
        card,
        "\
Availability: 1 seat, 3 options
Ballots: 5, and 1 blank
The most yes win; of equally many the fewest no, then the earliest.

Elected
  1. 2027-03-01T18:00

Ties
  stage 1, who is elected: 2027-03-02T18:00, 2027-03-01T18:00 are tied; 2027-03-01T18:00, with fewer no

What people said
                            yes     if need be  no or nothing
2027-03-02T18:00              3              0              2
2027-03-01T18:00              3              1              1
2027-03-03T18:00              1              1              3
"
    );
    let csv = said(WHEN, &["--method", "availability", "--format", "csv"]);
    assert_eq!(csv.lines().next(), Some("option,yes,if need be,no or nothing"));
    assert_eq!(csv.lines().nth(2), Some("2027-03-01T18:00,3,1,1"));
    let json = said(
        "2027-03-02T18:00,2027-03-01T18:00\nyes,yes\n",
        &["--method", "availability", "--format", "json"],
    );
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["winners"], serde_json::json!(["2027-03-01T18:00"]));
    assert_eq!(json["ties"][0]["broken_by"], serde_json::json!({ "rule": "earliest" }));
    assert_eq!(json["tables"][0]["figures"], serde_json::json!([[1, 0, 0], [1, 0, 0]]));
}

const PROPOSAL: &str = "position,reason,weight\nagree,,5\nstand aside,,1\nblock,\"no\nbudget\",2\n";

#[test]
fn a_proposal_passes_by_positions_and_the_reasons_of_a_block_are_said() {
    assert_eq!(
        said(PROPOSAL, &["--method", "consent", "--electorate", "9"]),
        "\
Consent: 8 positions
One block is enough that it does not pass.
Silence is not consent: it waits for all who may vote.

Decision
  It does not pass: somebody blocks it.

Positions
  agree        5
  abstain      0
  stand aside  1
  block        2
  nothing      1

Reasons to block
  - no budget
"
    );
    let csv = said(PROPOSAL, &["--method", "consent", "--format", "csv"]);
    assert_eq!(csv, "position,people\nagree,5\nabstain,0\nstand aside,1\nblock,2\n");
    let json = said(PROPOSAL, &["--method", "consent", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["decision"], "blocked");
    assert_eq!(json["reasons"], serde_json::json!(["no\nbudget"]));
    assert_eq!(json["silent"], serde_json::Value::Null);
}

#[test]
fn silence_is_waited_for_unless_the_group_chose_that_it_consents() {
    let consent = |arguments: &[&str]| said("position\nagree\n", &[&["--method", "consent"], arguments].concat());
    assert!(consent(&[]).contains("  It passes.\n"));
    assert!(consent(&["--electorate", "3"]).contains("  It waits for those who have said nothing: 2.\n"));
    let waits = ["--electorate", "3", "--silence", "waits"];
    assert_eq!(consent(&waits), consent(&waits[..2]));
    assert!(consent(&["--electorate", "3", "--silence", "consents"]).contains("  It passes.\n"));
}

#[test]
fn what_breaks_ties_in_star_and_how_strong_a_majority_is_can_be_chosen() {
    let tied = "Ana,Ben,Cleo,weight\n5,3,0,1\n2,4,0,1\n";
    let open = said(tied, &["--method", "star"]);
    assert!(open.contains("A true tie leaves 1 open: Ana, Ben."), "{open}");
    let broken = said(tied, &["--method", "star", "--ties", "five-star"]);
    assert!(broken.contains("Ana, with the top score more often"), "{broken}");

    // A circle: Ben over Ana 5 to 4, Cleo over Ben 6 to 3, Ana over Cleo 4 to 2 without three who rank them equal.
    let circle = "Ana,Ben,Cleo,weight\n1,3,2,4\n3,2,1,2\n2,1,2,3\n";
    let winning = said(circle, &["--method", "schulze"]);
    assert!(winning.contains("  1. Cleo\n"), "{winning}");
    let margins = said(circle, &["--method", "schulze", "--strength", "margins"]);
    assert!(margins.contains("  1. Ana\n"), "{margins}");
}

#[test]
fn what_cannot_be_counted_is_one_sentence_with_file_line_and_reason() {
    for (file, arguments, complaint) in [
        (
            "2 1\n1 3 0\n0\n\"A\" \"B\"\n",
            &["--method", "irv"][..],
            "muster: ballots: line 2: \"3\" is no option: they have the numbers 1 to 2\n",
        ),
        (
            "A,B\n1,2\nx,1\n",
            &["--method", "stv"],
            "muster: ballots: line 3: \"x\" is no rank: a whole number from 1, or nothing\n",
        ),
        (
            COUNCIL,
            &["--method", "irv", "--seats", "2"],
            "muster: ballots: this method elects one: for several seats say --method stv\n",
        ),
        (
            COUNCIL,
            &["--method", "meek", "--quota", "whole"],
            "muster: --quota is for --method stv\n",
        ),
        (
            COUNCIL,
            &["--method", "meek", "--ties", "five-star"],
            "muster: --ties is for --method star\n",
        ),
        (
            COUNCIL,
            &["--method", "pairs", "--strength", "margins"],
            "muster: --strength is for --method schulze\n",
        ),
        (
            "A,B\nyes,no\n,perhaps\n",
            &["--method", "availability"],
            "muster: ballots: line 3: \"perhaps\" is no answer: yes, if need be, no, or nothing\n",
        ),
        (
            "position,reason\nagree,\nblock,\n",
            &["--method", "consent"],
            "muster: ballots: line 3: a block needs a reason in the column reason\n",
        ),
        (
            PROPOSAL,
            &["--method", "consent", "--electorate", "7"],
            "muster: ballots: 8 positions, where --electorate says that 7 may vote\n",
        ),
        (
            PROPOSAL,
            &["--method", "approval", "--electorate", "7"],
            "muster: --electorate is for --method consent\n",
        ),
    ] {
        assert_eq!(tally(file, arguments), (String::new(), complaint.to_owned(), Some(1)));
    }
    let desk = desk();
    fs::write(desk.path().join("ballots"), b"A,B\n1,2\n\xff,1\n").unwrap();
    let output = desk.run(&["tally", "ballots", "--method", "irv"], "");
    let complained = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        complained,
        "muster: ballots: line 3: this is no UTF-8: save the file in UTF-8\n"
    );
    let missing = desk.run(&["tally", "nowhere", "--method", "irv"], "");
    assert!(
        String::from_utf8(missing.stderr)
            .unwrap()
            .starts_with("muster: nowhere cannot be read")
    );
}

#[test]
fn receipts_beside_the_ballots_change_nothing() {
    let cells = ["1,2,", "2,,1", ",1,2", ",,"];
    let answers = ["yes,no,if need be", "no,yes,", "yes,yes,no", ",,"];
    let chosen = ["1,0,0", "0,0,1", "1,0,0", "0,0,0"];
    for (method, cells) in [
        ("single", chosen),
        ("approval", ["1,1,0", "0,0,1", "1,0,1", "0,0,0"]),
        ("score", ["5,0,2", "1,,4", "3,3,0", ",,"]),
        ("star", ["5,0,2", "1,,4", "3,3,0", ",,"]),
        ("availability", answers),
        ("irv", cells),
        ("stv", cells),
        ("meek", cells),
        ("schulze", cells),
        ("pairs", cells),
    ] {
        let plain = cells.map(|cells| format!("{cells},1\r\n")).concat();
        let receipts = ["", "0000-0000-0001", "7K3M-Q9TX-4H2B", "ZZZZ-ZZZZ-ZZZZ"];
        let marked = cells.iter().zip(receipts);
        let marked: Vec<String> = marked
            .map(|(cells, receipt)| format!("{cells},1,{receipt}\r\n"))
            .collect();
        let marked = marked.concat();
        assert_eq!(
            said(
                &format!("Ana,Ben,Cleo,weight,receipt\r\n{marked}"),
                &["--method", method]
            ),
            said(&format!("Ana,Ben,Cleo,weight\r\n{plain}"), &["--method", method])
        );
    }
    let marked = COUNCIL.replace("3 2 0\n", "3 2 0 # receipt 7K3M-Q9TX-4H2B\n");
    assert_eq!(said(&marked, &["--method", "stv"]), said(COUNCIL, &["--method", "stv"]));
}
