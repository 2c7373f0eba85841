# Turnos: trabajo para varias personas a una hora, sus plazas y su lista de espera.

command-shift-add = Publica un turno.
command-shift-list = Muestra los turnos que vienen.
command-shift-show = Muestra un turno.
command-shift-claim = Toma una plaza, o un puesto en la lista de espera.
command-shift-drop = Deja tu plaza, o sal de la lista de espera.
command-shift-roster = Muestra quién va y quién espera.
command-shift-edit = Cambia un turno; «none» quita lo que había.
command-shift-move = Pasa un turno a otra hora.
command-shift-cancel = Cancela un turno y avisa a quienes están en él.

## The card

shift-when = { $when }
shift-team = equipo { $team }
shift-state-cancelled = cancelado
shift-state-over = terminado
shift-cancel-reason = Motivo: { $reason }
shift-count = { $taken } de { $seats }
shift-role-count = { $role } { $taken } de { $seats }
shift-count-in = { $taken ->
    [one] va { $taken }
   *[other] van { $taken }
}
shift-count-full = completo
shift-count-open = { $open ->
    [one] { $open } plaza libre
   *[other] { $open } plazas libres
}
shift-in = Van:
shift-waiting = En espera:
shift-more-names = y { $more } más
shift-guest-of = viene con { $host }
shift-cutoff = Se puede dejar hasta { $cutoff } antes de empezar.
shift-button-claim = Me apunto
shift-button-drop = No puedo ir
shift-button-roster = Quién va

## Lists

shift-list-none = No hay turnos próximos.
shift-list-none-mine = No estás en ningún turno. Para ver los que tienen plazas libres: { $open }
shift-list-none-open = Ningún turno próximo tiene plazas libres.
shift-list-none-today = Hoy no quedan turnos.
shift-list-none-week = No hay turnos en los próximos siete días.
shift-list-more = … y { $more } más: { $narrower }
shift-list-in = vas
shift-list-in-as = vas como { $role }
shift-list-waiting = estás en la lista de espera

## Posting and changing

shift-unknown = Aquí no hay ningún turno { $shift }.
shift-no-repeat = Por ahora un turno tiene una sola fecha. Publica uno para cada fecha.
shift-needs-clock-time = «{ $when }» no dice la hora. Di cuándo empieza el turno, por ejemplo «sat 10am-1pm».
shift-in-the-past = { $when } ya pasó. Un turno empieza en el futuro.
shift-too-long = Un turno dura como mucho { $longest }.
shift-needs-unreadable = No entiendo «{ $text }» como un número de personas.
shift-needs-range = Un turno o una función lleva de 1 a { $most } personas.
shift-needs-role-name = «{ $role }» no sirve como función. Una función es una palabra de hasta { $most } letras, cifras y guiones, y empieza por una letra.
shift-needs-role-twice = La función «{ $role }» está dos veces.
shift-needs-too-many-roles = Un turno tiene como mucho { $most } funciones.
shift-needs-how = Para seis personas, escribe { $seats }. Con funciones, { $roles }.
shift-edit-nothing = Ahí no hay nada que cambiar.
shift-edited = { $shift } ha cambiado.
shift-moved = { $shift } cambia de hora. Era { $was }.
shift-cancelled = { $shift }, { $title }, queda cancelado.
shift-telling = { $count ->
    [one] Escribo a la persona que está en él.
   *[other] Escribo a las { $count } personas que están en él.
}
shift-needs-below = Ya hay { $have } en { $shift }, así que no puede tener solo { $seats ->
    [one] { $seats } plaza
   *[other] { $seats } plazas
}. No se echa a nadie: primero quita a alguien.
shift-needs-below-role = Ya hay { $have } en { $shift } como { $role }, así que no puede llevar solo { $seats }. No se echa a nadie: primero quita a alguien.
shift-needs-without-role = Ya hay { $have } en { $shift } sin función, así que no puede tener solo funciones. No se echa a nadie: primero quítales la plaza.
shift-is-cancelled = { $shift } está cancelado.
shift-is-over = { $shift } ya terminó. Era { $when }.

## Claiming

shift-claimed = Tienes plaza en { $shift }, { $title }.
shift-claimed-as = Tienes plaza en { $shift }, { $title }, como { $role }.
shift-claimed-other = { $who } tiene plaza en { $shift }, { $title }.
shift-claimed-other-as = { $who } tiene plaza en { $shift }, { $title }, como { $role }.
shift-already-in = Ya tienes plaza en { $shift }.
shift-already-in-as = Ya tienes plaza en { $shift }, como { $role }.
shift-already-in-other = { $who } ya tiene plaza en { $shift }.
shift-already-in-other-as = { $who } ya tiene plaza en { $shift }, como { $role }.
shift-full = { $shift } está completo.
shift-full-role = En { $shift } no queda plaza de { $role }.
shift-still-full = { $shift } sigue completo.
shift-still-full-role = En { $shift } sigue sin quedar plaza de { $role }.
shift-waits = { $full } Estás en el puesto { $place } de la lista de espera, y te escribo cuando quede una plaza libre. Para salir de la lista: { $leave }
shift-waits-as = { $full } Estás en el puesto { $place } de la lista de espera de { $role }, y te escribo cuando quede una plaza libre. Para salir de la lista: { $leave }
shift-waits-other = { $full } { $who } está en el puesto { $place } de la lista de espera. Para quitarle de la lista: { $leave }
shift-waits-other-as = { $full } { $who } está en el puesto { $place } de la lista de espera de { $role }. Para quitarle de la lista: { $leave }
shift-clash = Coincide con { $shift }, { $title }, { $when }, donde también vas.
shift-clash-other = Coincide con { $shift }, { $title }, { $when }, donde también va { $who }.
shift-which-role = { $shift } tiene plazas libres en varias funciones: { $roles }. ¿Cuál quieres?
shift-role-unknown = { $shift } no tiene la función «{ $role }». Sus funciones son { $roles }.
shift-has-no-roles = { $shift } no tiene funciones.
shift-role-full-keep = En { $shift } no queda plaza de { $role }. Conservas tu plaza de { $own }.
shift-for-or-guest = Una plaza es para un miembro o para alguien de fuera: pon for: o guest:, no los dos.
shift-guest-needs-host = Quien trae a alguien a { $shift } también va. Toma primero una plaza para ti.
shift-guest-name-taken = Otra persona trae ya a «{ $name }» a { $shift }. Añade un apellido para que pueda distinguirlos.

## Dropping

shift-dropped = Ya no vas a { $shift }, { $title }.
shift-dropped-other = { $who } ya no va a { $shift }, { $title }.
shift-left-list = Ya no estás en la lista de espera de { $shift }, { $title }.
shift-left-list-other = { $who } ya no está en la lista de espera de { $shift }, { $title }.
shift-moved-up = { $count ->
    [one] { $names } pasa de la lista de espera a tener plaza, y le escribo.
   *[other] { $names } pasan de la lista de espera a tener plaza, y les escribo.
}
shift-guest-stays = { $name }, que venía contigo, sigue en { $shift }. Para quitarle la plaza: { $leave }
shift-not-on-it = No estás en { $shift } ni en su lista de espera.
shift-other-not-on-it = { $who } no está en { $shift } ni en su lista de espera.
shift-drop-too-late = { $shift } empieza { $start }, y se puede dejar hasta { $cutoff } antes. Pide a quien lo lleva que te quite.

## News

shift-news-promoted = Quedó una plaza libre: vas a { $shift }, { $title }.
shift-news-promoted-as = Quedó una plaza libre: vas a { $shift }, { $title }, como { $role }.
shift-news-promoted-guest = Quedó una plaza libre: { $name }, que viene contigo, va a { $shift }, { $title }.
shift-news-put-in = { $captain } te ha dado una plaza en { $shift }, { $title }.
shift-news-put-on-list = { $captain } te ha puesto en la lista de espera de { $shift }, { $title }.
shift-news-taken-off = { $captain } te ha quitado de { $shift }, { $title }.
shift-news-guest-taken-off = { $captain } ha quitado a { $name }, que venía contigo, de { $shift }, { $title }.
shift-news-cancelled = { $shift }, { $title }, queda cancelado.
shift-news-restored = { $shift }, { $title }, sigue en pie.
shift-news-moved = { $shift }, { $title }, pasa de { $was } a { $now }. Conservas lo que tienes en él.

## Reminders

shift-reminder = { $shift } · { $title } es dentro de { $ahead }: { $when }
shift-reminder-begun = { $shift } · { $title } ya empezó: { $when }

## Second thoughts

shift-unposted = { $shift } queda cancelado, como si no se hubiera publicado.
shift-restored = { $shift } está como antes.
shift-seat-restored = Lo que hiciste en { $shift } queda deshecho.
shift-seat-taken-since = Esa plaza de { $shift } ya la tiene otra persona.

## The audit log

audit-shift-cancelled = { $actor } canceló { $subject }.
audit-shift-removed = { $actor } quitó a { $person } de { $subject }.
