use super::{first, group};
use crate::testing::World;

const LABEL: &str = "secret: nobody in the group sees who voted or who chose what; until it closes the operator of this \
                     server could link a vote to its voter, and backups and logs made until then may keep that link";
const CLOSED_LABEL: &str = "secret: nobody can link a vote to its voter any more, except from backups and logs that were \
                            kept from before it closed";

/// The secret question P1, asked by Ben, open until Friday at six.
async fn secret() -> World {
    let mut world = group().await;
    world
        .say(
            "ben",
            "poll new Pizza or tacos? Pizza, Tacos until:fri 18:00 secret:yes",
        )
        .await;
    world
}

#[tokio::test]
async fn a_secret_poll_says_who_can_see_what_and_offers_no_button() {
    let mut world = group().await;
    let asked = world
        .say(
            "ben",
            "poll new Pizza or tacos? Pizza, Tacos until:fri 18:00 secret:yes",
        )
        .await;
    let card = |voted: &str| {
        format!(
            "\
P1 · Pizza or tacos?                  open until Fri 4 Dec, 18:00 New York time
  Pizza
  Tacos
{voted} · {LABEL}
Type: poll vote P1 tacos"
        )
    };
    assert_eq!(asked, card("nobody has voted yet"));
    world.private("cleo", "poll vote P1 abstain").await;
    assert_eq!(world.say("ana", "poll show P1").await, card("1 voted"));
    let extended = world.say("ben", "poll extend P1 sat 18:00").await;
    assert!(extended.contains(LABEL), "{extended}");
    assert_eq!(
        world.say("ana", "poll list").await,
        "1 poll is open\n  P1 · Pizza or tacos? · 1 voted · open until Sat 5 Dec, 18:00 New York time\nType: poll show P1"
    );
    let soon = world.advance_to("2026-12-05 17:00").await;
    assert!(soon[0].contains(LABEL), "{soon:?}");
}

#[tokio::test]
async fn a_secret_vote_is_cast_and_changed_in_private() {
    let mut world = secret().await;
    assert_eq!(
        world.private("cleo", "poll vote P1 tacos").await,
        format!(
            "\
Your vote: Tacos. You can change it until Fri 4 Dec, 18:00 New York time.
P1 so far: 1 voted
{LABEL}
Pizza · Tacos                         or type: poll vote P1 tacos"
        )
    );
    let again = world.private("cleo", "poll vote P1 pizza").await;
    assert!(
        again.starts_with("Your vote: Pizza. It replaces your earlier one: Tacos. You can"),
        "{again}"
    );
    assert!(again.contains("P1 so far: 1 voted"), "{again}");
    let same = world.private("cleo", "poll vote P1 pizza").await;
    assert!(same.starts_with("Your vote was Pizza already, and stays."), "{same}");
}

#[tokio::test]
async fn a_voter_is_shown_their_own_vote_in_private_while_the_poll_is_open() {
    let mut world = secret().await;
    let before = world.private("cleo", "poll show P1").await;
    assert!(before.contains("\nYou have not voted yet.\n"), "{before}");
    world.private("cleo", "poll vote P1 tacos").await;
    let shown = world.private("cleo", "poll show P1").await;
    assert!(
        shown.contains(LABEL) && shown.contains("\nYour vote: Tacos. You can"),
        "{shown}"
    );
    let in_the_room = world.say("cleo", "poll show P1").await;
    assert!(!in_the_room.contains("Your vote"), "{in_the_room}");
    let of_another = world.private("dev", "poll show P1").await;
    assert!(of_another.contains("You have not voted yet."), "{of_another}");
    world.say("ben", "poll close P1 sure:yes").await;
    let after = world.private("cleo", "poll show P1").await;
    assert!(!after.contains("Your vote") && after.contains(CLOSED_LABEL), "{after}");
}

#[tokio::test]
async fn a_secret_vote_that_nobody_else_sees_counts_in_a_room_too() {
    let mut world = secret().await;
    let voted = world.unseen("cleo", "poll vote P1 tacos").await;
    assert!(voted.starts_with("Your vote: Tacos."), "{voted}");
    let shown = world.say("ana", "poll show P1").await;
    assert!(shown.contains("1 voted") && !shown.contains("Tacos: 1"), "{shown}");
}

#[tokio::test]
async fn a_secret_vote_typed_in_a_room_is_refused_without_a_word_of_it() {
    let mut world = secret().await;
    for typed in ["tacos", "pizza, tacos", "abstain", "nachos"] {
        assert_eq!(
            world.say("cleo", &format!("poll vote P1 {typed}")).await,
            "P1 is secret, and what is typed here others can read, so nothing was counted. Vote where only you and I \
             write:\nType: poll vote P1 <choice>"
        );
    }
    let shown = world.say("ana", "poll show P1").await;
    assert!(shown.contains("nobody has voted yet"), "{shown}");
}

#[tokio::test]
async fn what_names_no_option_is_refused_in_private_as_ever() {
    let mut world = secret().await;
    let refused = world.private("cleo", "poll vote P1 nachos").await;
    assert!(refused.starts_with("P1 has no option \"nachos\"."), "{refused}");
    let two = world.private("cleo", "poll vote P1 pizza, tacos").await;
    assert!(two.starts_with("P1 takes one choice"), "{two}");
}

#[tokio::test]
async fn a_secret_poll_closes_by_the_clock_and_says_what_it_came_to() {
    let mut world = secret().await;
    for (name, choice) in [
        ("ana", "pizza"),
        ("ben", "tacos"),
        ("cleo", "tacos"),
        ("dev", "abstain"),
    ] {
        world.private(name, &format!("poll vote P1 {choice}")).await;
    }
    let heard = world.advance_to("2026-12-04 18:00").await;
    let result = format!(
        "\
[#main] P1 · Pizza or tacos? · closed
Tacos wins with 2 of 4.
  Pizza  1  █
  Tacos  2  ██
4 voted, 1 of them abstaining · {CLOSED_LABEL}
Make it a task                        or type: poll mint P1"
    );
    assert_eq!(heard[1..], [result]);
    let shown = world.say("ana", "poll show P1").await;
    assert!(!shown.contains("cleo"), "{shown}");
    let late = world.private("ana", "poll vote P1 tacos").await;
    assert!(late.starts_with("P1 closed Fri 4 Dec, 18:00"), "{late}");
}

#[tokio::test]
async fn a_poll_whose_time_has_passed_keeps_its_label_until_it_was_closed() {
    let mut world = secret().await;
    world.private("ana", "poll vote P1 pizza").await;
    world.at("2026-12-04 18:00");
    let shown = world.private("ana", "poll show P1").await;
    assert!(
        shown.contains("Pizza wins with 1 of 1.") && shown.contains(LABEL),
        "{shown}"
    );
    let late = world.private("ben", "poll vote P1 tacos").await;
    assert!(late.starts_with("P1 closed Fri 4 Dec, 18:00"), "{late}");
    world.post().await;
    let shown = world.private("ana", "poll show P1").await;
    assert!(
        shown.contains("Pizza wins with 1 of 1.") && shown.contains(CLOSED_LABEL),
        "{shown}"
    );
}

#[tokio::test]
async fn a_secret_poll_is_closed_for_good() {
    let mut world = secret().await;
    world.private("ana", "poll vote P1 pizza").await;
    assert_eq!(
        world.say("ben", "poll close P1").await,
        "Once P1 is closed, nobody can open it again. To close it for good:\nType: poll close P1 sure:yes"
    );
    let closed = world.say("ben", "poll close P1 sure:yes").await;
    assert!(
        closed.contains(&format!("1 voted · {CLOSED_LABEL}\nMake it a task")),
        "{closed}"
    );
    let undone = world.say("ben", "undo").await;
    assert!(
        first(&undone).starts_with("Your last act cannot be taken back."),
        "{undone}"
    );
    let gone = world.private("ana", "undo").await;
    assert!(first(&gone).starts_with("There is nothing of yours"), "{gone}");
}

#[tokio::test]
async fn a_secret_vote_is_taken_back_in_private() {
    let mut world = secret().await;
    world.private("cleo", "poll vote P1 pizza").await;
    world.private("cleo", "poll vote P1 tacos").await;
    assert_eq!(
        world.say("cleo", "undo").await,
        "You did your last act where only you and I write. To take it back, write me there:\nType: undo"
    );
    assert_eq!(
        world.private("cleo", "undo").await,
        "Your vote in P1 is taken back, and you have none in it now."
    );
    let shown = world.private("cleo", "poll show P1").await;
    assert!(
        shown.contains("nobody has voted yet") && shown.contains("You have not voted yet."),
        "{shown}"
    );
}

#[tokio::test]
async fn a_secret_poll_is_taken_back_until_somebody_else_voted() {
    let mut world = secret().await;
    world.private("cleo", "poll vote P1 tacos").await;
    assert_eq!(
        first(&world.say("ben", "undo").await),
        "Somebody else has voted in P1, so it cannot be taken back."
    );
    world.private("cleo", "undo").await;
    assert_eq!(
        first(&world.say("ben", "undo").await),
        "P1 is taken back: it is asked no more."
    );
    let late = world.private("cleo", "poll vote P1 tacos").await;
    assert!(late.starts_with("P1 was taken back"), "{late}");
}

/// Joins Dev's account to Ana's.
async fn join_dev_to_ana(world: &mut World) {
    let code = world.private("ana", "me link").await;
    let code = code.rsplit("me link ").next().unwrap().to_owned();
    world.private("dev", &format!("me link {code} yes")).await;
    let joined = world.private("ana", "me link confirm").await;
    assert!(joined.contains("one person"), "{joined}");
}

#[tokio::test]
async fn two_who_turn_out_to_be_one_have_one_secret_vote() {
    let mut world = secret().await;
    world.private("ana", "poll vote P1 pizza").await;
    world.private("dev", "poll vote P1 tacos").await;
    join_dev_to_ana(&mut world).await;
    let shown = world.private("ana", "poll show P1").await;
    assert!(
        shown.contains("1 voted") && shown.contains("Your vote: Pizza."),
        "{shown}"
    );
    let again = world.private("dev", "poll vote P1 tacos").await;
    assert!(
        again.starts_with("Your vote: Tacos. It replaces your earlier one: Pizza."),
        "{again}"
    );
}

#[tokio::test]
async fn the_vote_of_one_of_two_accounts_stays_theirs() {
    let mut world = secret().await;
    world.private("dev", "poll vote P1 tacos").await;
    join_dev_to_ana(&mut world).await;
    let shown = world.private("ana", "poll show P1").await;
    assert!(
        shown.contains("1 voted") && shown.contains("Your vote: Tacos."),
        "{shown}"
    );
}

#[tokio::test]
async fn a_secret_poll_reads_in_spanish() {
    let mut world = secret().await;
    world.say("ana", "group set language es").await;
    assert_eq!(
        world.private("cleo", "poll vote P1 tacos").await,
        "\
Tu voto: Tacos. Puedes cambiarlo hasta el vie 4 dic, 18:00 hora de Nueva York.
P1 por ahora: ha votado 1 persona
secreta: nadie del grupo ve quién ha votado ni quién eligió qué; hasta que se cierre, quien administra este servidor podría relacionar un voto con su votante, y las copias de seguridad y los registros hechos hasta entonces pueden conservar esa relación
Pizza · Tacos                         o escribe: poll vote P1 tacos"
    );
    assert_eq!(
        world.say("cleo", "poll vote P1 tacos").await,
        "P1 es secreta y lo que se escribe aquí lo pueden leer otras personas, así que no se ha contado nada. Vota donde \
         solo escribimos tú y yo:\nEscribe: poll vote P1 <choice>"
    );
    let closed = world.say("ben", "poll close P1 sure:yes").await;
    assert!(
        closed.contains("secreta: ya nadie puede relacionar un voto con su votante, salvo con copias de seguridad o registros guardados de antes del cierre"),
        "{closed}"
    );
    world.say("ben", "poll new Té? hidden:yes").await;
    let shown = world.say("ana", "poll show P2").await;
    assert!(
        shown.contains(
            "el recuento no se ve hasta que se cierre; después, aquí todo el mundo puede ver quién eligió qué"
        ),
        "{shown}"
    );
}
