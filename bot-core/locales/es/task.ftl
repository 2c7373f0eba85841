## Comandos

command-task-add = Añade una tarea.
command-task-list = Muestra las tareas: por hacer, tuyas, atrasadas o hechas.
command-task-show = Muestra una tarea.
command-task-claim = Encárgate de una tarea.
command-task-release = Deja una tarea que tenías.
command-task-assign = Encarga una tarea a alguien.
command-task-done = Da una tarea por hecha.
command-task-reopen = Vuelve a abrir una tarea que estaba hecha.
command-task-edit = Cambia una tarea; «none» quita lo que había.
command-task-delete = Borra una tarea.

task-heading = { $task } · { $title }
task-due = Para el { $due }
task-overdue = Atrasada desde el { $due }
task-has = La tiene { $owner }
task-free = Aún no la tiene nadie
task-team = Equipo { $team }
task-note = Nota: { $note }
task-done-note = Al terminar: { $note }
task-repeats = Se repite { $repeat }
task-done-by = La hizo { $by }, el { $at }

task-button-claim = Me encargo
task-button-done = Hecha
task-button-release = Dejarla
task-button-reopen = Reabrir

task-claimed = { $task } · { $title } es tuya, { $person }.
task-claimed-due = { $task } · { $title } es tuya, { $person }. Para el { $due }.
task-released = { $task } · { $title } vuelve a la lista. Ahora no la tiene nadie.
task-assigned = { $task } · { $title } queda a cargo de { $person }. Le aviso.
task-done = { $task } · { $title } está hecha. Gracias, { $person }.
task-next = La siguiente es { $task }, para el { $due }.
task-reopened = { $task } · { $title } vuelve a estar abierta.
task-reopened-alone = { $next } se sigue repitiendo, así que { $task } ya no se repite.
task-reopened-whole = { $next } queda borrada: { $task } vuelve a repetirse.
task-deleted = { $task } · { $title } queda borrada. Para recuperarla antes de que pasen diez minutos: { $undo }
task-undone = { $task } · { $title } vuelve a estar como antes.
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
task-list-none-overdue = No hay ninguna tarea atrasada.
task-list-none-done = Todavía no hay ninguna tarea hecha.
task-list-more = { $count ->
    [one] Y 1 más.
   *[other] Y { $count } más.
}

task-notice-given = { $actor } te ha encargado { $task }.
task-notice-gone = { $task } · { $title } ya no es tuya: lo ha cambiado { $actor }.
task-notice-moved = { $actor } ha cambiado la fecha de { $task }.
task-notice-done = { $actor } ha dado por hecha { $task } · { $title }.
task-notice-back = { $actor } ha vuelto a abrir { $task }, y es tuya.
task-notice-deleted = { $actor } ha borrado { $task } · { $title }.

task-remind-soon = Queda un día o menos para { $task }.
task-remind-due = Es la hora de { $task }, y todavía no está hecha.
task-remind-soon-free = Queda un día o menos para { $task }, y no la tiene nadie.
task-remind-due-free = Es la hora de { $task }, y no la tiene nadie.

task-unknown = Aquí no hay ninguna tarea { $task }.
task-is-deleted = { $task } está borrada.
task-is-done = { $task } · { $title } ya está hecha.
task-not-done = { $task } · { $title } todavía no está hecha.
task-taken = { $task } · { $title } la tiene { $person }.
task-already-yours = { $task } · { $title } ya es tuya.
task-already-theirs = { $task } · { $title } ya la tiene { $person }.
task-is-free = { $task } · { $title } no la tiene nadie.
task-not-yours = { $task } · { $title } la puede cambiar { $person }, que la añadió, o alguien responsable.
task-repeat-missing = «repeat:» necesita una regla, por ejemplo every fri 17:00
task-edit-same = { $task } ya está así.
task-edit-nothing = Di qué quieres cambiar en { $task }.
task-repeat-other-clock = La fecha y la repetición tienen horas distintas. Quita una de las dos.
task-repeat-needs-due = Una tarea que se repite necesita una fecha.

task-skipped = { $task } ya no es para el { $day }: sigue con la fecha siguiente. Para deshacerlo antes de que pasen diez minutos: { $undo }
task-leaves-out = { $task } se saltará el { $day }. Para deshacerlo antes de que pasen diez minutos: { $undo }
task-ends = { $task } deja de repetirse a partir del { $day }. Para deshacerlo antes de que pasen diez minutos: { $undo }
task-keeps-own = { $task } conserva lo suyo propio; cambian las siguientes.
task-edit-from-here = { $task } va fecha a fecha, así que su regla cambia a partir de esta. Quita «on:».
task-edit-in-advance = Una fecha futura de { $task } puede tener su propio título y su propia hora.

audit-task-deleted = { $actor } borró { $subject }.
audit-task-skipped = { $actor } quitó fechas de { $subject }.
