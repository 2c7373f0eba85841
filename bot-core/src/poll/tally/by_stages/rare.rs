use super::super::count::Count;
use super::super::outcome::{OptionIndex, Step};
use super::super::paper::MarkRules;
use super::super::ranked::Mark;
use super::super::stv::rules::StvRules;
use super::super::tie::{Seed, TieAbout, TieRule};
use super::{Way, ballots, counts, winners};

const SCOTTISH: Way = Way::Stv(StvRules::SCOTTISH);

#[test]
fn several_at_the_quota_are_elected_in_one_stage_the_most_votes_first() {
    let election = ballots(4, &[(5, &[1, 3]), (6, &[2, 4]), (1, &[3]), (1, &[4])]);
    let outcome = SCOTTISH.count(&election, 2, None);
    assert_eq!(outcome.stages[0].quota.unwrap().to_string(), "5.00000");
    assert_eq!((winners(&outcome), outcome.stages.len()), (vec![2, 1], 1));
}

#[test]
fn the_largest_surplus_goes_on_first_and_the_elected_receive_nothing() {
    let election = ballots(5, &[(8, &[1, 2, 3]), (6, &[2, 1, 4]), (2, &[3]), (2, &[4]), (1, &[5])]);
    let outcome = SCOTTISH.count(&election, 3, None);
    // 19 votes, quota 5: a surplus of 3 at 0.37500 each, then one of 1 at 0.16666 each.
    assert_eq!(
        counts(&outcome, 2),
        ["5.00000", "6.00000", "5.00000", "2.00000", "1.00000"]
    );
    assert_eq!(winners(&outcome), [1, 2, 3]);
}

#[test]
fn what_is_cut_off_is_counted_as_lost() {
    let election = ballots(4, &[(3, &[1, 2]), (4, &[1, 3]), (2, &[2]), (2, &[3]), (1, &[4])]);
    let outcome = SCOTTISH.count(&election, 2, None);
    // 12 votes, quota 5, a surplus of 2 on 7 ballots: 0.28571 each.
    assert_eq!(counts(&outcome, 2), ["5.00000", "2.85713", "3.14284", "1.00000"]);
    assert_eq!(outcome.stages[1].lost.to_string(), "0.00003");
}

#[test]
fn equal_surpluses_go_by_the_latest_earlier_stage_where_they_differ() {
    let election = ballots(
        5,
        &[
            (6, &[1, 3]),
            (7, &[2, 4]),
            (7, &[3]),
            (6, &[4]),
            (3, &[5, 1]),
            (2, &[5, 2]),
        ],
    );
    let outcome = SCOTTISH.count(&election, 3, None);
    // Quota 8; in stage 2 both have 9, in stage 1 option 2 had one more.
    let of = vec![OptionIndex(1)];
    assert_eq!(
        outcome.stages[2].step,
        Step::Surplus {
            of,
            votes: Count::new(100_000, 5)
        }
    );
    let tie = &outcome.ties[0];
    let by = TieRule::EarlierStage { stage: 1 };
    assert_eq!((tie.about, tie.stage), (TieAbout::SurplusOrder, 2));
    assert_eq!(tie.broken.map(|broken| broken.by), Some(by));
}

#[test]
fn equal_surpluses_in_the_first_stage_are_a_true_tie_that_a_seed_breaks() {
    let election = ballots(4, &[(8, &[1, 3]), (8, &[2, 4]), (2, &[3]), (2, &[4])]);
    let outcome = SCOTTISH.count(&election, 3, None);
    let tie = outcome.true_tie().unwrap();
    assert_eq!((tie.about, tie.stage), (TieAbout::SurplusOrder, 1));
    assert_eq!((winners(&outcome), outcome.stages.len()), (vec![1, 2], 1));
    let lots = Seed("2027-03-01".to_owned()).draw(&["Ana", "Ben", "Cleo", "Dan"]);
    let outcome = SCOTTISH.count(&election, 3, Some(&lots));
    let broken = outcome.ties[0].broken.unwrap();
    assert_eq!(broken.by, TieRule::Seed);
    assert!(lots.place(broken.chosen) <= lots.place(OptionIndex(0)).min(lots.place(OptionIndex(1))));
}

#[test]
fn the_fewest_of_the_latest_earlier_stage_leaves() {
    // After 4 left, 2 and 3 have 4 each; in stage 1 option 3 had 3 and option 2 had 4.
    let election = ballots(4, &[(6, &[1]), (4, &[2, 1]), (3, &[3, 1]), (1, &[4, 3])]);
    let outcome = SCOTTISH.count(&election, 1, None);
    assert_eq!(outcome.stages[2].step, Step::Lowest { option: OptionIndex(2) });
    let by = TieRule::EarlierStage { stage: 1 };
    assert_eq!(outcome.ties[0].broken.map(|broken| broken.by), Some(by));
}

#[test]
fn no_more_options_than_seats_are_all_elected_even_without_a_ballot() {
    for way in [SCOTTISH, Way::Meek(MarkRules::STRICT)] {
        assert_eq!(winners(&way.count(&ballots(2, &[]), 3, None)), [1, 2]);
        assert_eq!(winners(&way.count(&ballots(2, &[(1, &[2])]), 2, None)), [2, 1]);
    }
}

#[test]
fn without_a_ballot_nobody_is_elected() {
    for way in Way::all() {
        let mut unclear = ballots(3, &[(4, &[1])]);
        unclear.ballots[0].marks.push(Mark {
            rank: 1,
            option: OptionIndex(1),
        });
        for election in [ballots(3, &[]), ballots(3, &[(4, &[])]), unclear] {
            let outcome = way.count(&election, 2, None);
            assert_eq!((winners(&outcome), outcome.stages.len()), (Vec::new(), 1), "{way:?}");
            assert_eq!(outcome.true_tie(), None);
        }
    }
}

#[test]
fn those_without_a_vote_leave_together_where_nothing_tells_them_apart() {
    let election = ballots(5, &[(3, &[1]), (2, &[2, 1]), (2, &[3, 2])]);
    let outcome = SCOTTISH.count(&election, 1, None);
    let options = vec![OptionIndex(3), OptionIndex(4)];
    assert_eq!(outcome.stages[1].step, Step::Batch { options });
    assert_eq!(outcome.ties[0].broken.map(|broken| broken.by), Some(TieRule::NoVotes));
}

#[test]
fn without_votes_they_do_not_leave_together_where_one_of_them_takes_a_seat() {
    let election = ballots(3, &[(3, &[1])]);
    let outcome = SCOTTISH.count(&election, 2, None);
    assert_eq!(winners(&outcome), [1]);
    assert_eq!(outcome.true_tie().map(|tie| tie.options.len()), Some(2));
}

#[test]
fn a_runoff_of_two_equals_is_a_true_tie() {
    let outcome = Way::all()[0].count(&ballots(3, &[(2, &[1]), (2, &[2]), (1, &[3])]), 1, None);
    assert_eq!(outcome.true_tie().map(|tie| tie.stage), Some(2));
    assert!(winners(&outcome).is_empty());
}

#[test]
fn who_withdrew_is_passed_over() {
    let mut election = ballots(3, &[(5, &[1, 2]), (4, &[3])]);
    election.withdrawn = vec![OptionIndex(0)];
    for way in Way::all() {
        assert_eq!(winners(&way.count(&election, 1, None)), [2], "{way:?}");
    }
}

#[test]
fn ten_million_ballots_are_counted_to_the_last_decimal() {
    let election = ballots(3, &[(6_000_000, &[1, 2]), (2_000_000, &[2]), (2_000_000, &[3])]);
    let outcome = SCOTTISH.count(&election, 2, None);
    assert_eq!(outcome.stages[0].quota.unwrap().to_string(), "3333334.00000");
    assert_eq!(counts(&outcome, 2), ["3333334.00000", "4666640.00000", "2000000.00000"]);
    let outcome = Way::Meek(MarkRules::STRICT).count(&election, 2, None);
    assert_eq!(winners(&outcome), [1, 2]);
}
