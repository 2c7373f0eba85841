//! A pacer that follows another sender, and what it says of the time when something can go.

use super::{DISCORD, MATRIX, Next, Pacer, TELEGRAM, Urgency, all, having_sent, ms, person, room, ticket};

#[test]
fn a_take_over_begins_with_the_budget_that_is_left() {
    let mut pacer = having_sent(TELEGRAM, &[(room(1), 20), (person(1), 1), (room(3), 9)]);
    pacer.push(ticket("person", &person(1), Urgency::Answer), ms(0));
    pacer.push(ticket("room", &room(1), Urgency::Answer), ms(0));
    assert_eq!(pacer.next(ms(0)), Next::Wait(ms(1_001)));
    assert_eq!(all(&mut pacer, ms(1_001)), ["person"]);
    assert_eq!(pacer.next(ms(1_001)), Next::Wait(ms(60_001)));
    assert_eq!(all(&mut pacer, ms(60_001)), ["room"]);
    pacer.push(ticket("later", &room(2), Urgency::Answer), ms(60_002));
    assert_eq!(all(&mut pacer, ms(60_002)), ["later"]);

    let mut pacer = having_sent(MATRIX, &[(room(0), 10)]);
    for item in 0..3 {
        pacer.push(ticket(item, &room(item), Urgency::Answer), ms(0));
    }
    assert_eq!(pacer.next(ms(0)), Next::Wait(ms(5_001)));
    assert_eq!(all(&mut pacer, ms(5_001)), [0]);
    assert_eq!(pacer.next(ms(5_001)), Next::Wait(ms(10_001)));
}

#[test]
fn what_is_recalled_counts_and_nothing_else() {
    let mut pacer = Pacer::new(TELEGRAM);
    for n in 0..20 {
        pacer.recall(&room(1), ms(n * 1_500));
    }
    for n in 1..=2 {
        pacer.push(ticket(n, &room(n), Urgency::Answer), ms(30_000));
    }
    assert_eq!(all(&mut pacer, ms(30_000)), [2]);
    assert_eq!(pacer.next(ms(30_000)), Next::Wait(ms(60_001)));
}

#[test]
fn it_tells_when_one_more_could_go_at_the_earliest() {
    let mut pacer = Pacer::new(TELEGRAM);
    let chat = room(1);
    assert_eq!(pacer.earliest(&chat, Urgency::Notice, ms(0)), ms(0));
    for n in 0..45 {
        pacer.push(ticket(n, &chat, Urgency::Notice), ms(0));
    }
    assert_eq!(pacer.waiting_in(&chat), 45);
    assert_eq!(pacer.earliest(&chat, Urgency::Notice, ms(0)), ms(120_000));
    assert_eq!(
        pacer.earliest(&chat, Urgency::Answer, ms(0)),
        ms(0),
        "it goes before them"
    );
    assert_eq!(pacer.earliest(&room(2), Urgency::Edit, ms(0)), ms(0));
}

#[test]
fn everything_is_taken_out_for_the_end() {
    let mut pacer = Pacer::new(DISCORD);
    for n in 0..10 {
        pacer.push(ticket(n, &room(n % 3), Urgency::ALL[(n % 5) as usize]), ms(0));
    }
    let (permit, first) = super::sends(&mut pacer, ms(0));
    let mut items: Vec<_> = pacer.take_all(ms(1)).into_iter().map(|ticket| ticket.item).collect();
    items.sort_unstable();
    assert!(items.into_iter().eq((0..10).filter(|&item| item != first)));
    assert!(pacer.is_empty());
    pacer.ended(permit, ms(0), ms(80));
    assert_eq!(pacer.next(ms(80)), Next::Idle);
    assert_eq!(pacer.next(ms(6_000)), Next::Idle);
    assert_eq!(pacer.chats(), 0);
}
