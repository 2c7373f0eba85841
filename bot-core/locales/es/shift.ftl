# Turnos: trabajo para varias personas a una hora, sus plazas y su lista de espera.

command-shift-add = Publica un turno.
command-shift-list = Muestra los próximos turnos.
command-shift-show = Muestra un turno.
command-shift-claim = Apúntate a una plaza o a la lista de espera.
command-shift-drop = Deja tu plaza o sal de la lista de espera.
command-shift-cover = Sigue en un turno hasta que alguien ocupe tu lugar.
command-shift-ask = Pregunta a quienes les puede ir bien un turno, a tantas personas a la vez.
command-shift-decline = Di que no a un turno por el que te pregunté.
command-shift-confirm = Confirma que vas; un responsable puede confirmar por otra persona.
command-shift-roster = Muestra quién va y quién espera.
command-shift-calendar = Recibe un turno como archivo para un calendario.
command-shift-edit = Cambia un turno; «none» quita lo que había.
command-shift-move = Pasa un turno a otra hora.
command-shift-cancel = Cancela un turno y avisa a quienes están en él.
command-shift-checkin = Decir que ya estás; quien lleva el turno lo dice por otras personas o por "all".
command-shift-checkout = Decir que te vas; quien lleva el turno lo dice por otras personas o por "all".
command-shift-noshow = Anotar que alguien no vino, para quienes llevan el turno.
command-shift-hours = Ver tus horas; quien capitanea ve las de los turnos que lleva.
command-shift-report = Contar cómo ha ido un turno.
command-shift-save = Guarda un turno como plantilla, para publicarlo otra vez por ese nombre.
command-shift-templates = Muestra las plantillas.
command-shift-forget = Quita una plantilla; lo publicado con ella se queda.
command-shift-copy = Publica otra vez los turnos de esta semana en una semana posterior.

## La tarjeta

shift-when = { $when }
shift-team = equipo { $team }
shift-state-cancelled = cancelado
shift-state-over = terminado
shift-cancel-reason = Motivo: { $reason }
shift-count = { $taken } de { $seats }
shift-role-count = { $role } { $taken } de { $seats }
shift-count-in = { $taken ->
    [0] aún no va nadie
    [one] va { $taken } persona
   *[other] van { $taken } personas
}
shift-count-full = completo
shift-count-open = { $open ->
    [one] { $open } plaza libre
   *[other] { $open } plazas libres
}
shift-count-offered = { $count ->
    [one] 1 ofrecida a la lista de espera
   *[other] { $count } ofrecidas a la lista de espera
}
shift-count-left = { $open ->
    [one] queda { $open }
   *[other] quedan { $open }
}
shift-count-confirmed = { $confirmed ->
    [one] { $confirmed } de { $all } ha confirmado
   *[other] { $confirmed } de { $all } han confirmado
}
shift-confirmed-mark = ha confirmado
shift-unconfirmed-mark = aún sin confirmar
shift-in = Van:
shift-waiting = En espera:
shift-more-names = y { $more } más
shift-guest-of = con { $host }
shift-covers-mark = busca relevo
shift-offered-mark = con oferta
shift-cutoff = Se puede dejar hasta { $cutoff } antes del comienzo.
shift-cutoff-days = Se puede dejar hasta el { $until }.
shift-opens = La inscripción se abre el { $opens }.
shift-button-claim = Me apunto
shift-button-confirm = Confirmo
shift-button-fine = De acuerdo
shift-button-drop = No puedo ir
shift-button-roster = Quién va
shift-button-calendar = Calendario
shift-button-cover = Buscar relevo
shift-button-stay = Sí puedo ir
shift-button-leave = Dejarla libre
shift-button-decline = Esta vez no
shift-button-ask = Preguntar a { $count }
shift-button-edit = Cambiar
shift-button-copy = Copiar

## Formularios: como mucho 45 caracteres arriba, 45 junto a un campo y 100 dentro

form-shift-add = Publicar un turno
form-shift-edit = Cambiar
form-shift-copy = Un turno como
form-shift-title = Qué hay que hacer
form-shift-title-hint = Puerta a puerta, zona 3
form-shift-when = Cuándo
form-shift-when-hint = sáb 10:00-13:00
form-shift-needs = Cuánta gente
form-shift-needs-hint = 6, o con funciones driver=2,knocker=6; vacío si puede venir quien quiera
form-shift-at = Dónde
form-shift-at-hint = Biblioteca central
form-shift-team = Qué equipo lo lleva
form-shift-team-hint = el nombre de un equipo; vacío si es de todo el grupo
form-shift-note = Qué más conviene saber
form-shift-note-hint = Traed agua y un sombrero.

## Listas

shift-list-none = No hay ningún turno próximo.
shift-list-none-mine = No estás en ningún turno. Para ver los que tienen plazas libres: { $open }
shift-list-none-open = Ningún turno próximo tiene plazas libres.
shift-list-none-today = Hoy no quedan turnos.
shift-list-none-week = No hay turnos en los próximos siete días.
shift-list-more = … y { $more } más: { $narrower }
shift-list-opens = la inscripción se abre el { $day }
shift-list-in = vas
shift-list-in-as = vas como { $role }
shift-list-waiting = estás en la lista de espera

## Un archivo para un calendario

shift-calendar = { $shift } como archivo para un calendario. Si cambia, pídelo otra vez: { $again }
shift-calendar-all = Un calendario de todos tus turnos se pone al día solo: { $calendar }

## La semana

shift-week-counts = { $shifts ->
    [one] { $shifts } turno
   *[other] { $shifts } turnos
} · { $short ->
    [one] { $short } incompleto
   *[other] { $short } incompletos
} · { $open ->
    [one] { $open } plaza libre
   *[other] { $open } plazas libres
}
shift-week-none-short = { $shifts ->
    [one] { $shifts } turno
   *[other] { $shifts } turnos
} · ninguno incompleto
shift-week-short = Incompletos
shift-week-rest = Los demás
shift-week-section = { $kind } · { $team }
shift-week-team = { $team }
shift-week-no-team = sin equipo
shift-week-more-teams = { $teams } más
shift-week-open = { $open ->
    [one] { $open } libre
   *[other] { $open } libres
}
shift-week-in = van { $taken }
shift-week-cell = { $short } de { $shifts } incompletos
shift-week-alt = La semana en una imagen: { $days }, { $counts }.
shift-week-legend-short = hay plazas libres
shift-week-legend-half = la mitad o más libres
shift-week-legend-full = completo
shift-week-legend-none = ninguna libre
shift-week-legend-free = sin límite

## Publicar y cambiar

shift-unknown = Aquí no hay ningún turno { $shift }.
shift-needs-clock-time = A «{ $when }» le falta la hora. Di cuándo empieza el turno, por ejemplo «sábado 10:00-13:00», o que dura el día entero: «sábado todo el día».
shift-in-the-past = El { $when } ya ha pasado. Un turno empieza en el futuro.
shift-too-long = Un turno dura, como mucho, { $longest }.
shift-needs-unreadable = No entiendo «{ $text }» como número de personas.
shift-needs-range = Un turno o una función puede tener de 1 a { $most } personas.
shift-needs-role-name = «{ $role }» no sirve como función. Una función es una palabra de { $most } letras, cifras y guiones como mucho, y empieza por una letra.
shift-needs-role-twice = La función «{ $role }» aparece dos veces.
shift-needs-too-many-roles = Un turno tiene como mucho { $most } funciones.
shift-needs-how = Para seis personas, escribe { $seats }. Con funciones, { $roles }.
shift-edit-nothing = Di qué hay que cambiar en { $shift }.
shift-edit-same = { $shift } ya está así.
shift-move-same = { $shift } ya es a esa hora: { $when }.
shift-edited = { $shift } ha cambiado.
shift-moved = { $shift } cambia de hora. Era el { $was }.
shift-cancelled = { $shift }, { $title }, queda cancelado.
shift-telling = { $count ->
    [one] Aviso a 1 persona.
   *[other] Aviso a { $count } personas.
}
shift-asking = { $count ->
    [one] 1 persona había confirmado: le vuelvo a preguntar si puede ir.
   *[other] { $count } personas habían confirmado: les vuelvo a preguntar si pueden ir.
}
shift-needs-below = { $have ->
    [one] Ya va { $have } persona
   *[other] Ya van { $have } personas
} a { $shift }, así que no puede tener solo { $seats ->
    [one] { $seats } plaza
   *[other] { $seats } plazas
}. No se echa a nadie: primero quita a alguien.
shift-needs-below-role = { $have ->
    [one] Ya va { $have } persona
   *[other] Ya van { $have } personas
} a { $shift } como { $role }, así que esa función no puede tener solo { $seats }. No se echa a nadie: primero quita a alguien.
shift-needs-without-role = { $have ->
    [one] Ya va { $have } persona
   *[other] Ya van { $have } personas
} a { $shift } sin función, así que no puede tener solo funciones. No se echa a nadie: primero quita a quienes van así.
shift-is-cancelled = { $shift } está cancelado.
shift-is-over = { $shift } ya ha terminado. Era el { $when }.

## Apuntarse

shift-claimed = Tienes plaza en { $shift }, { $title }.
shift-claimed-as = Tienes plaza en { $shift }, { $title }, como { $role }.
shift-claimed-other = { $who } tiene plaza en { $shift }, { $title }.
shift-claimed-other-as = { $who } tiene plaza en { $shift }, { $title }, como { $role }.
shift-already-in = Ya tienes plaza en { $shift }.
shift-already-in-as = Ya tienes plaza en { $shift }, como { $role }.
shift-already-in-other = { $who } ya tiene plaza en { $shift }.
shift-already-in-other-as = { $who } ya tiene plaza en { $shift }, como { $role }.
shift-full = { $shift } está completo.
shift-full-role = En { $shift } no quedan plazas de { $role }.
shift-still-full = { $shift } sigue completo.
shift-still-full-role = En { $shift } siguen sin quedar plazas de { $role }.
shift-waits = { $full } Estás en el puesto { $place } de la lista de espera, y te escribiré cuando quede una plaza libre. Para salir de la lista: { $leave }
shift-waits-as = { $full } Estás en el puesto { $place } de la lista de espera de { $role }, y te escribiré cuando quede una plaza libre. Para salir de la lista: { $leave }
shift-waits-other = { $full } { $who } está en el puesto { $place } de la lista de espera. Para sacar de la lista a esta persona: { $leave }
shift-waits-other-as = { $full } { $who } está en el puesto { $place } de la lista de espera de { $role }. Para sacar de la lista a esta persona: { $leave }
shift-clash = Coincide con { $shift }, { $title }, el { $when }, al que también vas.
shift-clash-other = Coincide con { $shift }, { $title }, el { $when }, al que también va { $who }.
shift-skill-next-time = Para que te pregunte la próxima vez que haga falta { $role }: { $naming }
shift-short-rest = Hay menos de { $rest } de descanso entre este turno y { $shift }, { $title }, el { $when }, al que también vas.
shift-short-rest-other = Hay menos de { $rest } de descanso entre este turno y { $shift }, { $title }, el { $when }, al que también va { $who }.
shift-opens-later = La inscripción para { $shift } se abre el { $opens }.
shift-which-role = { $shift } tiene plazas libres en varias funciones: { $roles }. ¿Cuál quieres?
shift-role-unknown = { $shift } no tiene la función «{ $role }». Tiene { $roles }.
shift-has-no-roles = { $shift } no tiene funciones.
shift-role-full-keep = En { $shift } no quedan plazas de { $role }. Conservas tu plaza de { $own }.
shift-for-or-guest = Una plaza es para un miembro o para alguien de fuera: pon for: o guest:, no los dos.
shift-guest-needs-host = Quien trae a alguien a { $shift } tiene que ir también. Apúntate primero.
shift-guests-enough = Ya traes a { $most } personas a { $shift }, que es el máximo. Quien organiza o capitanea puede apuntar a más.
shift-guest-name-taken = Otra persona ya trae a «{ $name }» a { $shift }. Añade un apellido para que no haya confusión.

## Confirmar

shift-confirmed = Gracias, queda confirmado que vas a { $shift }, { $title }.
shift-confirmed-already = Ya habías confirmado { $shift }, { $title }; no hace falta nada más.
shift-confirmed-other = Queda confirmado que { $who } va a { $shift }, { $title }.
shift-confirmed-already-other = { $who } ya tenía confirmado { $shift }, { $title }.
shift-confirm-waits = Estás en la lista de espera de { $shift }, así que aún no hay nada que confirmar. Te escribiré cuando quede una plaza libre.
shift-confirm-waits-other = { $who } está en la lista de espera de { $shift }, así que aún no hay nada que confirmar.
shift-asks = ¿Puedes ir?
shift-you-confirmed = Ya has confirmado.

## El día del turno

shift-checkin-too-early = La llegada a { $shift } se registra desde el { $from }.
shift-checkin-no-seat = No tienes plaza en { $shift }, y no queda ninguna libre. Quien lo lleva puede registrar tu llegada: { $typed }
shift-checked-in = Queda registrada tu llegada a { $shift }, { $title }.
shift-checked-in-as = Queda registrada tu llegada a { $shift }, { $title }, como { $role }.
shift-checked-in-already = Tu llegada a { $shift }, { $title }, ya estaba registrada.
shift-checked-in-others = { $count ->
    [one] Queda registrada la llegada de { $who }
   *[other] Quedan registradas las llegadas de { $who }
} a { $shift }, { $title }.
shift-checked-in-beyond = { $count ->
    [one] { $who } no tenía plaza en { $shift }, { $title }; su llegada queda registrada fuera de lo previsto.
   *[other] { $who } no tenían plaza en { $shift }, { $title }; su llegada queda registrada fuera de lo previsto.
}
shift-checked-in-already-others = { $count ->
    [one] La llegada de { $who } ya estaba registrada.
   *[other] Las llegadas de { $who } ya estaban registradas.
}
shift-checked-in-nobody = En { $shift } no queda nadie por registrar.
shift-checked-out = Queda registrada tu salida de { $shift }, { $title }, tras { $length }.
shift-checked-out-already = Tu salida de { $shift }, { $title }, ya estaba registrada, tras { $length }.
shift-checked-out-other = Queda registrada la salida de { $who } de { $shift }, { $title }, tras { $length }.
shift-checked-out-already-other = La salida de { $who } de { $shift } ya estaba registrada, tras { $length }.
shift-checked-out-nobody = En { $shift } no queda nadie por salir.
shift-checkout-not-here = Tu llegada a { $shift } no está registrada.
shift-checkout-not-here-other = La llegada de { $who } a { $shift } no está registrada.
shift-drop-came = Tu llegada a { $shift } está registrada. Cuando te vayas, registra la salida: así se conservan tus horas.
shift-noshow = Anotado para quienes llevan { $shift }: { $who } no vino. No se avisa a nadie más y ninguna tarjeta lo muestra. Registrar su llegada lo borra.
shift-noshow-all = Anotado hasta ahora: { $who }.
shift-noshow-came = La llegada de { $who } a { $shift } está registrada.
shift-noshow-too-early = { $shift } empieza el { $start }. Que alguien no vino se puede anotar desde entonces.
shift-count-came = { $came ->
    [one] { $came } llegada
   *[other] { $came } llegadas
}
shift-came-mark = ha llegado
shift-left-mark = ya se ha ido
shift-walk-in = fuera de lo previsto
shift-walk-ins = Fuera de lo previsto:
shift-button-here = Ya estoy aquí
shift-button-checkout = Me voy

## Lo que queda después

shift-hours = { $count ->
    [one] Has dado { $sum } aquí, en 1 turno.
   *[other] Has dado { $sum } aquí, en { $count } turnos.
}
shift-hours-other = { $count ->
    [one] { $who } ha dado { $sum }, en 1 turno que llevas.
   *[other] { $who } ha dado { $sum }, en { $count } turnos que llevas.
}
shift-hours-none = Aquí aún no hay horas tuyas apuntadas. Cuentan desde que se registra la llegada el día de un turno.
shift-hours-none-other = No hay horas de { $who } apuntadas en turnos que llevas.
shift-hours-nobody = Aún no hay horas apuntadas { $of }. Cuentan desde que se registra la llegada el día de un turno.
shift-hours-everybody = { $count ->
    [one] 1 persona ha dado { $sum } { $of }.
   *[other] { $count } personas han dado { $sum } { $of }.
}
shift-hours-of-team = en turnos de { $team }
shift-hours-of-all = en turnos que llevas
shift-hours-of = { $who } · { $length }
shift-hours-length = { $length }
shift-hours-member-or-team = Las horas son de un miembro o de un equipo: di solo uno de los dos.
shift-report-too-early = { $shift } empieza el { $start }. Cómo ha ido se puede contar desde entonces.
shift-report-nothing = Di cómo ha ido { $shift }: cuántas conversaciones, en cuántas puertas o una nota.
shift-reported = Queda apuntado cómo ha ido { $shift }, para quien vea su tarjeta.
shift-went-conversations = { $count ->
    [one] 1 conversación
   *[other] { $count } conversaciones
}
shift-went-doors = { $count ->
    [one] 1 puerta
   *[other] { $count } puertas
}
shift-went-note = Cómo ha ido: { $note }

## Después

shift-thanks = Gracias por { $title }, el { $day }: { $length }.
shift-thanks-came = Gracias por venir a { $title } el { $day }.
shift-asks-went = { $came ->
    [one] { $shift } · { $title } ha terminado; vino 1 persona.
   *[other] { $shift } · { $title } ha terminado; vinieron { $came } personas.
} ¿Cómo ha ido?
shift-asks-went-shown = Lo que cuentes se verá en la tarjeta del turno.

## Dejarlo

shift-dropped = Ya no vas a { $shift }, { $title }.
shift-dropped-other = { $who } ya no va a { $shift }, { $title }.
shift-left-list = Ya no estás en la lista de espera de { $shift }, { $title }.
shift-left-list-other = { $who } ya no está en la lista de espera de { $shift }, { $title }.
shift-moved-up = { $count ->
    [one] { $names } pasa de la lista de espera a tener plaza, y le aviso.
   *[other] { $names } pasan de la lista de espera a tener plaza, y les aviso.
}
shift-moved-up-untold = { $count ->
    [one] { $names } pasa de la lista de espera a tener plaza.
   *[other] { $names } pasan de la lista de espera a tener plaza.
}
shift-moved-up-telling = { $count ->
    [one] { $names } pasa de la lista de espera a tener plaza, y aviso a { $told }.
   *[other] { $names } pasan de la lista de espera a tener plaza, y aviso a { $told }.
}
shift-guest-stays = { $name } iba contigo y sigue en { $shift }. Para dejar libre su plaza: { $leave }
shift-not-on-it = No estás en { $shift } ni en su lista de espera.
shift-other-not-on-it = { $who } no está en { $shift } ni en su lista de espera.
shift-drop-too-late-days = { $shift } se podía dejar hasta el { $until }. Pide a alguien responsable que te quite.
shift-drop-too-late = { $shift } empieza el { $start }, y se puede dejar hasta { $cutoff } antes. Pide a alguien responsable que te quite.

## Noticias

shift-news-promoted = Ha quedado una plaza libre: vas a { $shift }, { $title }.
shift-news-promoted-as = Ha quedado una plaza libre: vas a { $shift }, { $title }, como { $role }.
shift-news-promoted-guest = Ha quedado una plaza libre: { $name } va contigo a { $shift }, { $title }.
shift-news-put-in = { $captain } te ha dado una plaza en { $shift }, { $title }.
shift-given-asks = ¿Te viene bien?
shift-news-declined = { $member }, a quien diste una plaza en { $shift }, { $title }, no puede ir y la ha dejado.
shift-news-declined-list = { $member }, a quien pusiste en la lista de espera de { $shift }, { $title }, la ha dejado.
shift-news-put-on-list = { $captain } te ha puesto en la lista de espera de { $shift }, { $title }.
shift-news-taken-off = { $captain } te ha quitado de { $shift }, { $title }.
shift-news-guest-taken-off = { $captain } ha quitado a { $name }, que iba contigo, de { $shift }, { $title }.
shift-news-cancelled = { $shift }, { $title }, queda cancelado.
shift-news-restored = { $shift }, { $title }, vuelve a estar en pie.
shift-news-elsewhere = { $shift }, { $title }, es en otro sitio que cuando confirmaste.
shift-news-confirmed = { $captain } ha confirmado por ti que vas a { $shift }, { $title }.
shift-news-moved = { $shift }, { $title }, pasa del { $was } al { $now }. Sigues en él como estabas.

## Recordatorios

shift-reminder = { $shift } · { $title } es dentro de { $ahead }: { $when }
shift-reminder-days = { $shift } · { $title } se acerca: { $when }
shift-reminder-over = { $shift } · { $title } ya ha terminado: { $when }
shift-reminder-begun = { $shift } · { $title } ya ha empezado: { $when }

## Cambios de idea

shift-unposted = { $shift } queda cancelado, como si no se hubiera publicado.
shift-restored = { $shift } vuelve a estar como antes.
shift-seat-restored = Queda deshecho lo que hiciste en { $shift }.
shift-seat-taken-since = Esa plaza de { $shift } ya la tiene otra persona.

## El registro de auditoría

audit-shift-cancelled = { $actor } canceló { $subject }.
audit-shift-removed = { $actor } quitó a { $person } de { $subject }.
audit-shift-checked-in = { $actor } registró la llegada de { $person } a { $subject }.
audit-shift-checked-in-several = { $actor } registró la llegada de varias personas a { $subject }.
audit-shift-checked-out = { $actor } registró la salida de { $person } de { $subject }.
audit-shift-checked-out-several = { $actor } registró la salida de varias personas de { $subject }.
audit-shift-no-show = { $actor } anotó que { $person } no vino a { $subject }.

## Plantillas y semanas

template-name = El nombre de una plantilla tiene de 1 a { $most } caracteres.
template-too-many = Un grupo tiene { $most } plantillas como mucho. Quita una que ya no haga falta.
template-saved = { $shift } queda guardado como «{ $template }». Para publicar otro igual: { $post }
template-replaced = { $shift } queda guardado como «{ $template }», en lugar de lo que había. Para publicar otro igual: { $post }
template-none = Aún no hay plantillas. Un turno se guarda como plantilla con { $save }
template-list = { $count ->
    [one] 1 plantilla
   *[other] { $count } plantillas
}
template-length = { $length }
template-whole-days = días enteros
template-unknown = No hay ninguna plantilla «{ $template }».
template-forgotten = La plantilla «{ $template }» ya no está. Los turnos publicados con ella se quedan.
template-restored = Deshecho: la plantilla «{ $template }» está como antes.
template-used = De la plantilla «{ $template }», con lo que escribiste en su lugar.
week-not-ahead = Los turnos de esta semana se copian a una semana posterior: di un día de esa semana.
week-empty = Esta semana no tiene ningún turno que se pueda copiar.
week-only-series = Esta semana solo tiene turnos que se repiten, y esos vienen solos.
week-there = Todos los turnos de esta semana están ya en esa semana.
week-too-many = Se copian { $most } turnos de una vez como mucho, y esta semana tiene { $count }.
week-copied = { $count ->
    [one] 1 turno de esta semana está copiado a la semana del { $day }. Aún no hay nadie.
   *[other] { $count } turnos de esta semana están copiados a la semana del { $day }. Aún no hay nadie.
}
week-left = { $count ->
    [one] 1 turno ya estaba allí.
   *[other] { $count } turnos ya estaban allí.
}
week-series = Los turnos que se repiten vienen solos.
week-uncopied = { $count ->
    [one] El turno copiado queda cancelado.
   *[other] Los { $count } turnos copiados quedan cancelados.
}

## Series

series-added = { $count ->
    [one] Se repite, y { $first } es la única fecha por delante.
   *[other] Se repite. Las primeras { $count } fechas van de { $first } a { $last }; las demás llegarán según se acerquen.
}
series-own = Solo de esta fecha: { $fields }.
series-field-title = título
series-field-hours = horario
series-field-needs = número de personas
series-field-place = lugar
series-field-team = equipo
series-field-note = nota
series-field-cutoff = plazo para dejarlo
series-field-opens = apertura de la inscripción
series-list-more = { $count ->
    [one] ↻ y 1 fecha más hasta el { $last }
   *[other] ↻ y { $count } fechas más hasta el { $last }
}
series-none = { $shift } no se repite, así que no hay otras fechas. Quita dates: y on:.
series-not-from-one = { $shift } es una sola fecha. Para que se repita, publícalo de nuevo con su regla y cancela este.
series-two-rules = La repetición está dos veces. Pon la regla con la hora o en repeat:, no en los dos sitios.
series-no-rule = Después de repeat: hace falta una regla, como "weekly" o "every 2 weeks".
series-other-clock = La hora y repeat: dicen horas distintas. Ponla una sola vez.
series-other-day = El { $when } no es una fecha de esa regla. La primera sería el { $first }.
series-never = Esa regla no tiene ninguna fecha por delante.
series-overlaps-itself = Cada fecha duraría { $length }, pero la siguiente empieza { $next } después. Hazlas más cortas o más separadas.
series-too-many = Un grupo tiene como mucho { $most } series en marcha. Cancela alguna que ya no haga falta.
series-too-far = El { $date } queda demasiado lejos: hay demasiadas fechas antes.
series-rule-for-one = Una sola fecha no tiene regla. Pon dates:later o dates:all.
series-nothing-left = No queda ninguna fecha de esta serie por cambiar.
series-no-such-date = No tiene ninguna fecha el { $day }. Las más cercanas son { $dates }.
series-no-such-date-left = No tiene ninguna fecha el { $day }, y ya no viene ninguna otra.
series-cannot-turn = Las fechas de «{ $rule }» no se pueden correr así. Di la regla nueva.
series-people-on = { $count ->
    [one] En { $shifts } hay gente, y esa fecha desaparecería. Antes hay que moverla o cancelarla.
   *[other] En { $shifts } hay gente, y esas fechas desaparecerían. Antes hay que moverlas o cancelarlas.
}
series-edit-same = Todas esas fechas ya están así.
series-move-same = Todas esas fechas ya son a esa hora.
series-edited = { $count ->
    [one] { $shifts } ha cambiado.
   *[other] { $shifts } han cambiado.
}
series-moved = { $count ->
    [one] { $shifts } cambia de hora.
   *[other] { $shifts } cambian de hora.
}
series-gone = { $count ->
    [one] { $shifts } queda cancelado.
   *[other] { $shifts } quedan cancelados.
}
series-new = { $count ->
    [one] { $shifts } es nuevo.
   *[other] { $shifts } son nuevos.
}
series-more-dates = { $more } más
series-no-more = Ya no se publican más fechas.
series-and-so-on = Las fechas siguientes también irán así.
series-kept = { $count ->
    [one] { $shifts } mantiene lo que se cambió solo para esa fecha.
   *[other] { $shifts } mantienen lo que se cambió solo para esas fechas.
}
series-left-out = { $title }, { $date }, queda fuera.
series-unposted = { $title } queda cancelado con todas sus fechas, como si no se hubiera publicado.
series-restored = { $title } y sus fechas están como antes.
series-news = { $title } ha cambiado en fechas a las que vas:
series-news-cancelled = { $shift }, { $when }, queda cancelado.
series-news-restored = { $shift }, { $when }, vuelve a estar en pie.
series-news-moved = { $shift } pasa del { $was } al { $now }.
series-news-elsewhere = { $shift }, el { $when }, es en otro sitio.
series-news-asks = Habías confirmado { $shifts }. ¿Puedes ir aún? Para confirmar de nuevo: { $confirm }
series-news-offered = Ha quedado una plaza libre en { $shift }, { $when }. Si todavía la quieres: { $claim }
series-news-relieved = Alguien ocupa tu lugar en { $shift }, { $when }.
series-news-promoted = Ha quedado una plaza libre en { $shift }, { $when }: ya tienes plaza.
series-news-promoted-as = Ha quedado una plaza libre en { $shift }, { $when }: ya tienes plaza como { $role }.
series-news-promoted-guest = Ha quedado una plaza libre en { $shift }, { $when }: { $name }, a quien traes, ya tiene plaza.

## Cover, offers, and the search for people

shift-has-begun = { $shift } ya ha empezado: { $when }.
shift-drop-or-cover = Falta poco para { $shift }, { $title }, y nadie espera tu plaza. Puedo buscar a alguien: sigues en el turno hasta que ocupe tu lugar.
shift-cover-begun = Sigues en { $shift }, { $title }, hasta que alguien ocupe tu lugar. Entonces te escribiré.
shift-cover-already = Estoy buscando a alguien que ocupe tu lugar en { $shift }, { $title }. Hasta entonces sigues en el turno.
shift-cover-needless = { $shift } admite a cuantos vengan, así que nadie tiene que ocupar tu lugar.
shift-cover-waits = Estás en la lista de espera de { $shift }, así que no hay lugar que ocupar.
shift-offering = { $count ->
    [one] Pregunto a { $names }, de la lista de espera.
   *[other] Pregunto a { $names }, de la lista de espera.
}
shift-relieving = { $count ->
    [one] { $names } buscaba relevo y ya queda libre; le escribo.
   *[other] { $names } buscaban relevo y ya quedan libres; les escribo.
}
shift-news-offered = Ha quedado una plaza libre en { $shift }, { $title }. ¿Todavía la quieres?
shift-offer-until = Es tuya hasta el { $until }. Después pregunto a la siguiente persona.
shift-news-relieved = Alguien ocupa tu lugar en { $shift }, { $title }. Quedas libre.
shift-news-short = { $open ->
    [one] A { $shift }, { $title }, le queda 1 plaza libre.
   *[other] A { $shift }, { $title }, le quedan { $open } plazas libres.
}
shift-ask = { $who } pregunta: ¿puedes ocupar una plaza en { $shift }, { $title }?
shift-ask-cover = { $who } no puede ir a { $shift }, { $title }. ¿Puedes ocupar su lugar?
shift-ask-free = Decir que no no cuesta nada, y nadie más lo ve.
shift-asking-people = { $count ->
    [one] Pregunto ahora a 1 persona, y a la siguiente si no puede.
   *[other] Pregunto ahora a { $count } personas, y a la siguiente por cada una que no pueda.
}
shift-ask-waiting = Ya he preguntado y espero respuesta. Te escribiré cuando esté completo o cuando no quede nadie a quien preguntar.
shift-asking-from = Las personas a quienes podría preguntar no quieren que se las moleste ahora. Preguntaré desde el { $from }.
shift-asking-opens = La inscripción se abre el { $opens }. Antes nadie a quien pregunte podría ocupar una plaza, así que preguntaré entonces.
shift-asking-nobody = No hay nadie a quien pueda preguntar: nadie que acepte mensajes privados, esté libre entonces y a quien no haya preguntado ya demasiadas veces.
shift-ask-off = En este grupo no se pregunta a nadie por turnos.
shift-ask-unlimited = { $shift } admite a cuantos vengan, así que no sabría cuándo hay bastantes.
shift-ask-full = { $shift } está completo.
shift-decline-unasked = No te he preguntado por { $shift }.
shift-declined = Está bien. No te volveré a preguntar por { $shift }.
shift-search-full = { $shift }, { $title }, ya está completo.
shift-search-stays = { $asked ->
    [0] No había nadie a quien preguntar si ocupaba tu lugar en { $shift }, { $title }. Sigues en el turno.
    [one] Pregunté a 1 persona si ocupaba tu lugar en { $shift }, { $title }, y no pudo. Sigues en el turno.
   *[other] Pregunté a { $asked } personas si ocupaban tu lugar en { $shift }, { $title }, y ninguna pudo. Sigues en el turno.
}
shift-search-failed = { $asked ->
    [0] No queda nadie a quien preguntar por { $shift }, { $title }.
    [one] Pregunté a 1 persona por { $shift }, { $title }, y no queda nadie a quien preguntar.
   *[other] Pregunté a { $asked } personas por { $shift }, { $title }, y no queda nadie a quien preguntar.
}
shift-search-covers = { $count ->
    [one] { $names } no puede ir y sigue buscando relevo.
   *[other] { $names } no pueden ir y siguen buscando relevo.
}
shift-confirm-promised = El lugar en { $shift } está ofrecido a alguien de la lista de espera. Si no lo toma, todo sigue como estaba; entonces confirma otra vez.
shift-you-look-for-cover = Buscas relevo, y nadie ha ocupado tu lugar todavía.
shift-ask-role = Como: { $role }
