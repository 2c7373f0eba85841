//! Receipts for secret ballots.

use super::{first, group, group_in};
use crate::testing::World;

const ASKED: &str = "poll new Pizza or tacos? Pizza, Tacos until:fri 18:00 secret:yes";

/// The secret question P1, asked by Ben, open until Friday at six.
async fn secret() -> World {
    let mut world = group().await;
    world.say("ben", ASKED).await;
    world
}

/// The code of the receipt that somebody is given.
async fn receipt(world: &mut World, name: &str) -> String {
    let given = world.private(name, "poll receipt P1").await;
    let code = first(&given).strip_prefix("Your receipt in P1: ");
    code.unwrap_or_else(|| panic!("{given}")).to_owned()
}

/// Nine more who vote for pizza, so that the file is given out.
async fn nine_more_vote(world: &mut World) {
    for number in 1..=9 {
        let name = format!("voter {number}");
        world.say(&name, "poll list").await;
        world.private(&name, "poll vote P1 pizza").await;
    }
}

#[tokio::test]
async fn a_receipt_comes_with_what_it_is_good_for_and_what_it_can_do() {
    let mut world = secret().await;
    world.private("cleo", "poll vote P1 tacos").await;
    let code = receipt(&mut world, "cleo").await;
    assert_eq!(
        world.private("cleo", "poll receipt P1").await,
        format!(
            "\
Your receipt in P1: {code}
It stands beside your ballot in the file that poll export P1 gives once P1 is closed and has 10 ballots or more. If you \
             change your vote, it goes along.
Keep it to yourself: until the file is out, whoever sees this code can learn how you voted from it, and you could prove it \
             to them. Nobody needs a receipt, and nobody may ask you for one."
        )
    );
    assert_eq!(code.len(), "7K3M-Q9TX-4H2B".len());
}

#[tokio::test]
async fn a_receipt_stands_beside_the_vote_that_its_voter_had_at_the_closing() {
    let mut world = secret().await;
    nine_more_vote(&mut world).await;
    world.private("cleo", "poll vote P1 tacos").await;
    let cleos = receipt(&mut world, "cleo").await;
    let other = receipt(&mut world, "voter 1").await;
    world.private("cleo", "poll vote P1 pizza").await;
    world.private("voter 1", "poll vote P1 tacos").await;
    assert_eq!(receipt(&mut world, "cleo").await, cleos);
    assert_ne!(cleos, other);
    world.say("ben", "poll close P1 sure:yes").await;
    let exported = world.say("ana", "poll export P1").await;
    for line in [
        "Pizza,Tacos,weight,receipt\r\n".to_owned(),
        format!("0,1,1,{other}\r\n"),
        "1,0,8,\r\n".to_owned(),
        format!("1,0,1,{cleos}\r\n"),
    ] {
        let shown = line.replace("\r\n", "");
        assert!(exported.contains(&shown), "{shown} in {exported}");
    }
}

#[tokio::test]
async fn a_file_without_receipts_has_no_column_for_them() {
    let mut world = secret().await;
    nine_more_vote(&mut world).await;
    world.private("cleo", "poll vote P1 tacos").await;
    world.say("ben", "poll close P1 sure:yes").await;
    let exported = world.say("ana", "poll export P1").await;
    assert!(
        exported.contains("Pizza,Tacos,weight") && !exported.contains("receipt"),
        "{exported}"
    );
}

#[tokio::test]
async fn a_ranked_ballot_has_its_receipt_behind_it() {
    let mut world = group().await;
    world.say("ben", &format!("{ASKED} kind:ranked")).await;
    nine_more_vote(&mut world).await;
    world.private("cleo", "poll vote P1 tacos > pizza").await;
    let code = receipt(&mut world, "cleo").await;
    world.say("ben", "poll close P1 sure:yes").await;
    let exported = world.say("ana", "poll export P1").await;
    let line = format!("\n1 2 1 0 # receipt {code}\n");
    assert!(exported.contains(&line), "{line} in {exported}");
}

#[tokio::test]
async fn whoever_has_not_voted_votes_first() {
    let mut world = secret().await;
    assert_eq!(
        world.private("cleo", "poll receipt P1").await,
        "\
You have not voted in P1 yet, so there is no ballot that a receipt could stand beside. Vote first.
Pizza · Tacos                         or type: poll vote P1 tacos"
    );
    world.private("cleo", "poll vote P1 abstain").await;
    receipt(&mut world, "cleo").await;
}

#[tokio::test]
async fn whoever_may_not_vote_is_told_so() {
    let mut world = group().await;
    world.say("ana", &format!("{ASKED} who:captains")).await;
    let refused = world.private("cleo", "poll receipt P1").await;
    assert!(
        refused.starts_with("Who may vote in P1 was fixed when it opened"),
        "{refused}"
    );
}

#[tokio::test]
async fn a_poll_that_is_not_secret_has_no_receipts() {
    let mut world = group().await;
    for terms in ["", " hidden:yes"] {
        world.say("ben", &format!("poll new Tea? until:fri 18:00{terms}")).await;
    }
    for poll in ["P1", "P2"] {
        world.say("cleo", &format!("poll vote {poll} yes")).await;
        assert_eq!(
            world.private("cleo", &format!("poll receipt {poll}")).await,
            format!(
                "{poll} is not secret, so it needs no receipts: at the latest when it closes, everyone here can see who \
                 chose what.\nType: poll show {poll}"
            )
        );
    }
}

#[tokio::test]
async fn a_closed_poll_gives_no_receipt_any_more() {
    let mut world = secret().await;
    world.private("cleo", "poll vote P1 tacos").await;
    let too_late =
        "P1 is closed and its ballots are nobody's any more, so it is too late for a receipt.\nType: poll show P1";
    world.at("2026-12-04 18:00");
    assert_eq!(world.private("cleo", "poll receipt P1").await, too_late);
    world.post().await;
    assert_eq!(world.private("cleo", "poll receipt P1").await, too_late);
}

#[tokio::test]
async fn a_receipt_is_given_where_nobody_else_reads_it() {
    let mut world = secret().await;
    for _ in 0..2 {
        assert_eq!(
            world.say("cleo", "poll receipt P1").await,
            "P1 is secret, and a receipt is for you alone. Ask for it where only you and I write:\nType: poll receipt P1"
        );
        world.private("cleo", "poll vote P1 tacos").await;
    }
    let given = world.unseen("cleo", "poll receipt P1").await;
    assert!(given.starts_with("Your receipt in P1: "), "{given}");
}

#[tokio::test]
async fn a_vote_that_is_shown_to_its_voter_offers_a_receipt() {
    let mut world = secret().await;
    let before = world.private("cleo", "poll show P1").await;
    assert!(!before.contains("poll receipt"), "{before}");
    world.private("cleo", "poll vote P1 tacos").await;
    let shown = world.private("cleo", "poll show P1").await;
    assert!(
        shown.contains("\nIf you want to find your ballot in the file later: poll receipt P1\n"),
        "{shown}"
    );
}

#[tokio::test]
async fn a_receipt_goes_with_the_vote_that_is_taken_back() {
    let mut world = secret().await;
    world.private("cleo", "poll vote P1 tacos").await;
    let code = receipt(&mut world, "cleo").await;
    assert_eq!(
        world.private("cleo", "undo").await,
        "Your vote in P1 is taken back, and you have none in it now."
    );
    let none = world.private("cleo", "poll receipt P1").await;
    assert!(none.starts_with("You have not voted in P1 yet"), "{none}");
    world.private("cleo", "poll vote P1 tacos").await;
    assert_ne!(receipt(&mut world, "cleo").await, code, "it begins anew");
}

#[tokio::test]
async fn a_receipt_goes_with_whoever_is_forgotten() {
    let mut world = secret().await;
    nine_more_vote(&mut world).await;
    for name in ["ana", "cleo"] {
        world.private(name, "poll vote P1 tacos").await;
    }
    let (anas, cleos) = (receipt(&mut world, "ana").await, receipt(&mut world, "cleo").await);
    world.private("cleo", "me forget confirm:yes").await;
    world.say("ben", "poll close P1 sure:yes").await;
    let exported = world.say("ana", "poll export P1").await;
    assert!(exported.contains(&anas) && !exported.contains(&cleos), "{exported}");
}

/// Joins Dev's account to Ana's.
async fn join_dev_to_ana(world: &mut World) {
    let code = world.private("ana", "me link").await;
    let code = code.rsplit("me link ").next().unwrap().to_owned();
    world.private("dev", &format!("me link {code} yes")).await;
    world.private("ana", "me link confirm").await;
}

#[tokio::test]
async fn a_receipt_goes_along_with_the_ballot_of_an_account_that_is_joined() {
    let mut world = secret().await;
    world.private("dev", "poll vote P1 tacos").await;
    let code = receipt(&mut world, "dev").await;
    join_dev_to_ana(&mut world).await;
    assert_eq!(receipt(&mut world, "ana").await, code);
    assert_eq!(receipt(&mut world, "dev").await, code);
}

#[tokio::test]
async fn of_two_ballots_that_turn_out_to_be_one_persons_one_receipt_stays() {
    let mut world = secret().await;
    for name in ["ana", "dev"] {
        world.private(name, "poll vote P1 tacos").await;
    }
    let (anas, _) = (receipt(&mut world, "ana").await, receipt(&mut world, "dev").await);
    join_dev_to_ana(&mut world).await;
    assert_eq!(receipt(&mut world, "dev").await, anas);
}

#[tokio::test]
async fn a_receipt_reads_in_spanish() {
    let mut world = group_in(World::memory()).await;
    world.say("ana", "group set language es").await;
    world.say("ben", ASKED).await;
    world.private("cleo", "poll vote P1 tacos").await;
    let given = world.private("cleo", "poll receipt P1").await;
    assert!(given.starts_with("Tu comprobante en P1: "), "{given}");
    assert!(
        given.contains(
            "Está junto a tu voto en el archivo que da poll export P1 cuando P1 se ha cerrado y tiene 10 votos o más."
        ),
        "{given}"
    );
    assert!(
        given.contains("No lo enseñes: mientras no se haya dado el archivo"),
        "{given}"
    );
}
