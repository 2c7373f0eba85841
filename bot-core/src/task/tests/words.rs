//! Tasks in Spanish, and what people type.

use super::ward;

#[tokio::test]
async fn what_people_type_stays_as_they_typed_it() {
    let mut world = ward().await;
    let title = "<b>*bold*</b> @everyone [x](http://e.example) T7";
    let card = world.say("Ana", &format!("task add \"{title}\"")).await;
    assert!(card.starts_with(&format!("T1 · {title}\n")), "{card}");
    for (text, limit) in [("task add ", 120), ("task add Sweep note:", 500)] {
        let fits = world.say("Ana", &format!("{text}{}", "é".repeat(limit))).await;
        assert!(fits.contains("Nobody has it yet"), "{fits}");
        let long = world.say("Ana", &format!("{text}{}", "é".repeat(limit + 1))).await;
        assert!(long.contains(&format!("it may have {limit}")), "{long}");
    }
}

#[tokio::test]
async fn whoever_speaks_spanish_hears_of_their_tasks_in_spanish() {
    ward()
        .await
        .plays(
            "
            @Ben> me language es
            A partir de ahora te escribo en español.

            Ana> task add Imprimir folletos due:fri 17:00 for:Ben note:200 copias
            T1 · Imprimir folletos
            Due Fri 4 Dec, 17:00 New York time · Ben has it
            Note: 200 copias
            Done · Hand back                      or type: task done T1
            [@Ben] Ana te ha encargado T1.
            T1 · Imprimir folletos
            Para el vie 4 dic, 17:00 hora de Nueva York · La tiene Ben
            Nota: 200 copias
            Hecha · Dejarla                       o escribe: task done T1

            @Ben> task list mine
            1 tarea tuya
              T1 · Imprimir folletos · Para el vie 4 dic, 17:00 hora de Nueva York · La tiene Ben
            Escribe: task show T1

            @Ben> task edit T1 title:Carteles
            T1 · Imprimir folletos la puede cambiar Ana, que la añadió, o alguien responsable.
            Uso: task edit T12 [title:<title>] [due:<when>|none] [team:<team>] [repeat:<rule>|none] [note:<text>] [dates:one|later|all] [on:<date>]

            ... until 2026-12-04 17:00
            [@Ben] Queda un día o menos para T1.
            T1 · Imprimir folletos
            Para el vie 4 dic, 17:00 hora de Nueva York · La tiene Ben
            Nota: 200 copias
            Hecha · Dejarla                       o escribe: task done T1
            [@Ben] Es la hora de T1, y todavía no está hecha.
            T1 · Imprimir folletos
            Para el vie 4 dic, 17:00 hora de Nueva York · La tiene Ben
            Nota: 200 copias
            Hecha · Dejarla                       o escribe: task done T1

            @Ben> task done T1 hay dos cajas en la sala
            T1 · Imprimir folletos está hecha. Gracias, Ben.
            Reabrir                               o escribe: task reopen T1

            @Ben> task show T1
            T1 · Imprimir folletos
            La hizo Ben, el vie 4 dic, 17:00 hora de Nueva York
            Nota: 200 copias
            Al terminar: hay dos cajas en la sala
            Reabrir                               o escribe: task reopen T1

            @Ben> task show T9
            Aquí no hay ninguna tarea T9.
            Escribe: task list
            ",
        )
        .await;
}
