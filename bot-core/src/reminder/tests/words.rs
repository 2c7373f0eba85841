//! Reminders in Spanish, and what people type.

use super::ward;

#[tokio::test]
async fn whoever_speaks_spanish_is_reminded_in_spanish() {
    ward()
        .await
        .plays(
            "
            @Ben> me language es
            A partir de ahora te escribo en español.

            @Ben> remind me every mon llamar a Ana
            R1 · llamar a Ana
            Te lo recordaré: los lunes, 09:00 hora de Nueva York, próximas fechas: lun 7 dic, lun 14 dic, lun 21 dic.
            No has dicho la hora, así que llega a las 09:00.
            Pausar · Cancelar                     o escribe: remind cancel R1

            @Ben> remind me in 1h regar
            R2 · regar
            Te lo recordaré: mar 1 dic, 10:00 hora de Nueva York.
            Pausar · Cancelar                     o escribe: remind cancel R2

            ... late 2h
            [@Ben] R2 · regar
            Llega tarde: era para el mar 1 dic, 10:00 hora de Nueva York.
            Aplazar 1 h                           o escribe: remind snooze R2 1h

            @Ben> remind pause R1
            R1 está en pausa.
            Reanudar · Cancelar                   o escribe: remind resume R1

            @Ben> remind list
            1 recordatorio
              R1 · llamar a Ana · En pausa · Llega: los lunes, 09:00 hora de Nueva York, próximas fechas: lun 7 dic, lun 14 dic, lun 21 dic
            Escribe: remind cancel R1

            @Ben> remind cancel R2
            R2 ya llegó por última vez.
            Escribe: remind snooze R2 1h

            @Ben> remind cancel R7
            Aquí no hay ningún recordatorio R7.
            Escribe: remind list

            ... late 14d
            ",
        )
        .await;
}

#[tokio::test]
async fn a_text_of_a_thousand_characters_fits_and_stays_as_it_was_typed() {
    let mut world = ward().await;
    let text = format!("<b>*{}*</b>", "é".repeat(991));
    let set = world.private("Ben", &format!("remind me in 1h {text}")).await;
    assert!(set.starts_with(&format!("R1 · {text}\n")), "{set}");
    let fired = world.advance("1h").await;
    assert!(fired[0].starts_with(&format!("[@Ben] R1 · {text}\n")), "{fired:?}");
    let long = world.private("Ben", &format!("remind me in 1h {text}!")).await;
    assert!(long.contains("it may have 1000"), "{long}");
}
