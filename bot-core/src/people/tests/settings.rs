//! `me`: what people type and what they see.

use crate::testing::World;

#[tokio::test]
async fn i_see_what_is_known_of_me_and_what_changes_it() {
    let mut world = World::memory();
    world.say("ana", "team add Drivers").await;
    world.say("ana", "group role ana captain team:Drivers").await;
    assert_eq!(
        world.say("ana", "me").await,
        "(only ana sees this)\n\
         ana\n\
         Accounts: ana (console) · to join another one: me link\n\
         In \"console\": organizer · teams: Drivers (captain)\n\
         Time zone: New York time, as in the group · to set your own: me timezone Chicago\n\
         Language: as in the group · to set your own: me language es\n\
         Reminders before a shift: 1 day and 2 h · to change: me reminders 24h,2h\n\
         Quiet hours: none · to set them: me quiet 21:00-08:00\n\
         Messages: as they come · to pause them: me pause fri\n\
         Morning digest: none · to have one: me digest 8:00\n\
         Skills: none · to be asked where one is needed: me skills driver, spanish\n\
         Private messages: not yet. Write to me in private once, and I'll write to you there."
    );
}

#[tokio::test]
async fn i_set_my_zone_reminders_quiet_hours_and_language() {
    let mut world = World::memory();
    world.say("ana", "team list").await;
    for (typed, answer) in [
        ("me timezone chicago", "Your times are in Chicago time now."),
        (
            "me reminders 3h, 1 day, 24h",
            "I'll remind you 1 day and 3 h before each of your shifts.",
        ),
        (
            "me quiet 9pm-8am",
            "From 21:00 to 08:00, Chicago time, personal messages wait for the end of your quiet hours. What would \
             come too late then comes at once.",
        ),
        ("me language Español", "A partir de ahora te escribo en español."),
        (
            "me",
            "ana\n\
             Cuentas: ana (consola) · para unir otra: me link\n\
             En «console»: organizas\n\
             Zona horaria: hora de Chicago · para cambiarla: me timezone Chicago\n\
             Idioma: español · para cambiarlo: me language es\n\
             Avisos antes de un turno: 1 día y 3 h · para cambiarlos: me reminders 24h,2h\n\
             Horas de silencio: de 21:00 a 08:00 · para cambiarlas: me quiet 21:00-08:00\n\
             Mensajes: según llegan · para ponerlos en pausa: me pause fri\n\
             Resumen de la mañana: no · para recibirlo: me digest 8:00\n\
             Lo que sabes hacer: nada aún · para que te pregunte donde haga falta: me skills driver, spanish\n\
             Mensajes privados: sí, te escribo en privado.",
        ),
    ] {
        assert_eq!(world.private("ana", typed).await, answer, "{typed}");
    }
}

#[tokio::test]
async fn what_does_not_read_is_answered_with_what_would() {
    let mut world = World::memory();
    world.say("ana", "team list").await;
    for (typed, answer) in [
        (
            "me timezone chicagoo",
            "I know no time zone or city called \"chicagoo\". Did you mean: me timezone America/Chicago",
        ),
        (
            "me timezone Nowhere Land",
            "I know no time zone or city called \"Nowhere Land\".\nType: me timezone America/New_York",
        ),
        (
            "me language fr",
            "I don't speak \"fr\". I speak English and Spanish.\nType: me language en\nType: me language es",
        ),
        (
            "me reminders 1h,2h,3h,4h,5h,6h",
            "You can have from 1 to 5 reminders before a shift, or none with \"off\".\nType: me reminders 24h,2h",
        ),
        (
            "me reminders 31 days",
            "A reminder can come at most 30 days before a shift.\nType: me reminders 24h,2h",
        ),
    ] {
        assert_eq!(world.private("ana", typed).await, answer, "{typed}");
    }
    let answer = world.private("ana", "me quiet 9-9").await;
    assert!(answer.contains("me quiet 21:00-08:00"), "{answer}");
}

#[tokio::test]
async fn settings_go_without_a_group_and_enter_nobody_in_a_register() {
    let mut world = World::memory();
    world.say("ana", "team list").await;
    assert_eq!(
        world.private("zoe", "me timezone Denver").await,
        "Your times are in Denver time now."
    );
    assert!(world.private("zoe", "me").await.contains("You are in no group yet."));
    world.say("zoe", "me quiet off").await;
    assert!(world.say("ana", "group").await.contains("1 member ·"));
}

#[tokio::test]
async fn my_reminders_follow_at_once() {
    let mut world = World::memory();
    world.say("ana", "shift add Canvass dec 3 10am needs:1").await;
    world.say("ana", "shift claim S1").await;
    world.say("ana", "me reminders 1h").await;
    assert_eq!(world.advance_to("2026-12-03 08:59").await, [""; 0]);
    assert_eq!(world.advance_to("2026-12-03 09:00").await.len(), 1);
}
