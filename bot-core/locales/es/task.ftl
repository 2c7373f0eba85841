## Órdenes

command-task-add = Añade una tarea.
command-task-list = Lista tareas: por hacer, tuyas, atrasadas o hechas.
command-task-show = Muestra una tarea.
command-task-claim = Toma una tarea.
command-task-release = Devuelve una tarea.
command-task-assign = Da una tarea a alguien.
command-task-done = Marca una tarea como hecha.
command-task-reopen = Reabre una tarea que estaba hecha.
command-task-edit = Cambia una tarea; "none" quita lo que había.
command-task-delete = Borra una tarea.

task-heading = { $task } · { $title }
task-due = Para el { $due }
task-overdue = Atrasada desde el { $due }
task-has = La tiene { $owner }
task-free = Nadie la tiene todavía
task-team = Equipo { $team }
task-note = Nota: { $note }
task-done-note = Al terminar: { $note }
task-repeats = Se repite { $repeat }
task-done-by = Hecha por { $by }, { $at }

task-button-claim = La hago yo
task-button-done = Hecha
task-button-release = Devolver
task-button-reopen = Reabrir

task-claimed = { $task } · { $title } es tuya, { $person }.
task-claimed-due = { $task } · { $title } es tuya, { $person }. Para el { $due }.
task-released = { $task } · { $title } queda devuelta. Ahora nadie la tiene.
task-assigned = { $task } · { $title } la tiene ahora { $person }. Le aviso.
task-done = { $task } · { $title } está hecha. Gracias, { $person }.
task-next = La siguiente es { $task }, para el { $due }.
task-reopened = { $task } · { $title } está abierta otra vez.
task-reopened-alone = { $next } se sigue repitiendo, así que { $task } ya no se repite.
task-reopened-whole = { $next } queda borrada: { $task } se repite otra vez.
task-deleted = { $task } · { $title } queda borrada. Para recuperarla en los próximos diez minutos: { $undo }
task-undone = { $task } · { $title } está como antes.
task-undone-added = { $task } · { $title } queda borrada de nuevo.

task-list-open = { $count ->
    [one] 1 tarea por hacer
   *[other] { $count } tareas por hacer
}
task-list-mine = { $count ->
    [one] 1 tarea tuya
   *[other] { $count } tareas tuyas
}
task-list-overdue = { $count ->
    [one] 1 tarea atrasada
   *[other] { $count } tareas atrasadas
}
task-list-done = { $count ->
    [one] 1 tarea hecha
   *[other] Las últimas { $count } tareas hechas
}
task-list-none-open = No hay tareas por hacer.
task-list-none-mine = No tienes tareas por hacer.
task-list-none-overdue = Ninguna tarea está atrasada.
task-list-none-done = Todavía no hay ninguna tarea hecha.
task-list-more = { $count ->
    [one] Y 1 más.
   *[other] Y { $count } más.
}

task-notice-given = { $actor } te dio { $task }.
task-notice-gone = { $task } · { $title } ya no es tuya: lo cambió { $actor }.
task-notice-moved = { $actor } cambió la fecha de { $task }.
task-notice-done = { $actor } marcó { $task } · { $title } como hecha.
task-notice-back = { $actor } devolvió { $task } a la lista, y es tuya.
task-notice-deleted = { $actor } borró { $task } · { $title }.

task-remind-soon = Queda un día o menos para { $task }.
task-remind-due = Llegó la hora de { $task }, y todavía no está hecha.
task-remind-soon-free = Queda un día o menos para { $task }, y nadie la tiene.
task-remind-due-free = Llegó la hora de { $task }, y nadie la tiene.

task-unknown = Aquí no hay { $task }.
task-is-deleted = { $task } está borrada.
task-is-done = { $task } · { $title } ya está hecha.
task-not-done = { $task } · { $title } todavía no está hecha.
task-taken = { $person } tiene { $task } · { $title }.
task-already-yours = { $task } · { $title } ya es tuya.
task-already-theirs = { $person } ya tiene { $task } · { $title }.
task-is-free = Nadie tiene { $task } · { $title }.
task-not-yours = { $task } · { $title } la pueden cambiar { $person }, que la añadió, y quienes coordinan.
task-repeat-missing = "repeat:" lleva una regla como: every fri 17:00
task-edit-nothing = Di qué quieres cambiar en { $task }.
task-repeat-other-clock = La fecha y la repetición dicen dos horas distintas. Quita una de ellas.
task-repeat-needs-due = Una tarea que se repite necesita una fecha.

audit-task-deleted = { $actor } borró { $subject }.
