# Personas, grupos, equipos, códigos de enlace, deshacer y el registro de auditoría.

## The commands, one line each

command-me = Mira lo que sé de ti y cómo cambiarlo.
command-me-timezone = Elige tu propia zona horaria.
command-me-language = Elige el idioma en que te escribo.
command-me-reminders = Elige cuánto antes de un turno te aviso.
command-me-quiet = Elige las horas en que los mensajes personales esperan.
command-me-link = Une otra cuenta tuya a esta.
command-group = Mira el grupo: zona, idioma, miembros, equipos y lugares.
command-group-role = Nombra a alguien organizador, capitán o miembro, del grupo o de un equipo.
command-group-set = Elige la zona horaria, el idioma o el nombre del grupo.
command-group-link = Une otro lugar a este grupo.
command-group-audit = Mira quién otorgó, quitó y decidió qué.
command-team-add = Añade un equipo.
command-team-list = Mira los equipos.
command-team-show = Mira quién está en un equipo.
command-team-join = Únete a un equipo.
command-team-leave = Sal de un equipo.
command-undo = Deshaz lo último que hiciste, dentro de diez minutos.

## Names

account-on = { $name } ({ $platform ->
    [discord] Discord
    [telegram] Telegram
    [matrix] Matrix
   *[console] consola
})
place-on = { $name } ({ $platform ->
    [discord] Discord
    [telegram] Telegram
    [matrix] Matrix
   *[console] consola
})

## me

me-accounts = Cuentas: { $accounts } · para unir otra: { $change }
me-no-group = Aún no estás en ningún grupo.
me-group = En "{ $group }": { $role ->
    [organizer] organización
    [captain] capitanía
   *[member] miembro
}
me-group-teams = En "{ $group }": { $role ->
    [organizer] organización
    [captain] capitanía
   *[member] miembro
} · equipos: { $teams }
me-team = { $team }
me-team-captain = { $team } (capitanía)
me-zone = Zona horaria: { $zone } · para cambiarla: { $change }
me-zone-inherited = Zona horaria: { $zone }, como en el grupo · para elegir la tuya: { $change }
me-language = Idioma: { $language ->
    [es] español
   *[en] inglés
} · para cambiarlo: { $change }
me-language-inherited = Idioma: como en el grupo · para elegir el tuyo: { $change }
me-reminders = Avisos antes de un turno: { $ladder } · para cambiarlos: { $change }
me-reminders-none = Avisos antes de un turno: ninguno · para tenerlos: { $change }
me-quiet = Horas de silencio: de { $from } a { $to } · para cambiarlas: { $change }
me-quiet-none = Horas de silencio: ninguna · para elegirlas: { $change }
me-private-agreed = Mensajes privados: sí, te escribo en privado.
me-private-not-yet = Mensajes privados: aún no. Escríbeme una vez en privado y te escribiré allí.
me-timezone-set = Tus horas van ahora en { $zone }.
me-language-set = Ahora te escribo en español.
me-reminders-set = Te avisaré { $ladder } antes de cada turno tuyo.
me-reminders-off = Ya no te avisaré antes de tus turnos.
me-quiet-set = De { $from } a { $to }, { $zone }, los mensajes personales esperan a que acaben tus horas de silencio. Lo que entonces llegaría tarde te llega enseguida.
me-quiet-off = Ya no tienes horas de silencio. Los mensajes personales te llegan enseguida.

## Settings that do not read

zone-unknown = No conozco ninguna zona horaria ni ciudad llamada "{ $zone }".
language-unknown = No hablo "{ $language }". Hablo inglés y español.
ladder-count = Puedes tener de 1 a { $most } avisos antes de un turno, o ninguno con "off".
ladder-early = Un aviso puede llegar como mucho { $days } días antes de un turno.

## Link codes

link-code = En tu otra cuenta, escribe dentro de diez minutos la orden de abajo. Sirve una vez. No se la des a nadie: quien la escribe pide ser una sola persona contigo.
link-would-join = Esto te hace una sola persona con { $name }: { $accounts }. Si las dos cuentas son tuyas, di que sí. Si otra persona te dio este código, no hagas nada.
link-waits = Ahora { $name } tiene la última palabra. En esa cuenta, escribe esto dentro de diez minutos: { $confirm }
link-asks = { $name } quiere ser una sola persona contigo: { $accounts }. Si eres tú, confírmalo. Si no, no hagas nada y acabará dentro de diez minutos.
link-joined = Tú y { $name } son ahora una sola persona: { $accounts }. Tus ajustes quedan como están aquí; los puestos, tareas y votos de ambas cuentas son tuyos.
link-nothing-to-confirm = Nadie espera unirse a ti.
link-own = Ese código es tuyo. Escríbelo desde tu otra cuenta.
link-claimed = Otra cuenta aceptó antes este código. Pide uno nuevo.
link-used = Este código ya se usó. Pide uno nuevo.
link-expired = Este código ya acabó. Los códigos sirven diez minutos; pide uno nuevo.
link-not-a-code = Eso no es un código. Un código tiene 26 letras y cifras, como 7ZQ4-….
link-unknown = No conozco este código. { $left ->
    [0] Era el último intento por ahora; espera diez minutos.
    [one] Te queda { $left } intento.
   *[other] Te quedan { $left } intentos.
}
link-too-many-wrong = Llegaron demasiados códigos equivocados de esta cuenta. Vuelve a intentarlo dentro de { $wait }.
link-is-for-places = Este código une un lugar a un grupo, no una cuenta.
link-is-personal = Este código une una cuenta a una persona, no un lugar a un grupo.

## group

group-heading = Grupo "{ $group }"
group-about = { $members ->
    [one] { $members } miembro
   *[other] { $members } miembros
} · { $zone } · { $language ->
    [es] español
   *[en] inglés
} · fundado { $founded }
group-organizers = Organizan: { $names }
group-captains = Capitanes: { $names }
group-teams = Equipos: { $teams }
group-places = Se reúne en: { $places }
group-timezone-set = Las horas del grupo van ahora en { $zone }. Lo publicado antes conserva su hora.
group-language-set = Ahora hablo { $language ->
    [es] español
   *[en] inglés
} en las salas del grupo.
group-name-set = El grupo se llama ahora "{ $name }".
group-name-empty = El grupo necesita un nombre.
group-link-code = En una sala del otro lugar, quien lo administra escribe dentro de diez minutos la orden de abajo. Sirve una vez, y ese lugar pasa a ser de "{ $group }".
group-link-in-private = Escribe esto en una sala del lugar que se une, para que yo sepa cuál es.
group-link-administrators = Solo quien administra este lugar puede unirlo a un grupo.
group-link-already = Este lugar ya es de "{ $group }".
group-link-has-group = Este lugar tiene su propio grupo, "{ $group }", y dos grupos no se pueden hacer uno.
group-linked = "{ $place }" es ahora del grupo "{ $group }": un solo registro, una sola mesa.
group-link-told = { $by } unió el lugar "{ $place }" a "{ $group }" con tu código.

## group role

role-given = { $member } es ahora { $role ->
    [organizer] parte de la organización
    [captain] parte de la capitanía
   *[member] miembro
}.
role-already = { $member } ya es { $role ->
    [organizer] parte de la organización
    [captain] parte de la capitanía
   *[member] miembro
}.
role-told = { $by } te hizo { $role ->
    [organizer] parte de la organización
    [captain] parte de la capitanía
   *[member] miembro
} de "{ $group }".
role-last-organizer = Es la única persona que organiza, y un grupo necesita una. Nombra antes a otra.
role-no-team-organizer = Un equipo tiene capitanes y miembros; la organización es de todo el grupo.
team-role-given = { $member } es ahora { $role ->
    [captain] parte de la capitanía
   *[member] miembro
} del equipo "{ $team }".
team-role-already = { $member } ya es { $role ->
    [captain] parte de la capitanía
   *[member] miembro
} del equipo "{ $team }".
team-role-told = { $by } te hizo { $role ->
    [captain] parte de la capitanía
   *[member] miembro
} del equipo "{ $team }" en "{ $group }".

## team

team-added = Añadí el equipo "{ $team }". Para estar en él: { $join }
team-exists = Ya hay un equipo "{ $team }".
team-name-length = El nombre de un equipo tiene de 1 a { $most } caracteres.
team-none = Aún no hay equipos. Un capitán añade uno.
team-heading = { $count ->
    [one] { $count } equipo
   *[other] { $count } equipos
}
team-line = { $team } · { $count ->
    [0] nadie aún
    [one] { $count } persona
   *[other] { $count } personas
}
team-of-captains = { $team } ({ $count ->
    [one] capitanía:
   *[other] capitanía:
} { $names })
team-captains = Capitanes: { $names }
team-members = Están: { $names }
team-button-join = Unirme
team-button-leave = Salir
team-joined = { $member } está ahora en el equipo "{ $team }".
team-in-already = Ya estás en el equipo "{ $team }".
team-left = { $member } salió del equipo "{ $team }".
team-not-in = No estás en el equipo "{ $team }".

## undo

undo-nothing = No hay nada tuyo de los últimos diez minutos que deshacer aquí.
undo-lasting = Lo último que hiciste no se puede deshacer.
undo-changed-since = Alguien cambió esto después; se queda como está ahora.
undo-me = Deshecho: tus ajustes están como antes.
undo-group = Deshecho: los ajustes del grupo están como antes.
undo-role = Deshecho: { $member } es otra vez { $role ->
    [organizer] parte de la organización
    [captain] parte de la capitanía
   *[member] miembro
}.
undo-team = Deshecho: { $place ->
    [captain] { $member } es otra vez parte de la capitanía del equipo "{ $team }".
    [member] { $member } es otra vez miembro del equipo "{ $team }".
   *[out] { $member } ya no está en el equipo "{ $team }".
}

## The audit log

audit-heading = { $group } · { $count ->
    [one] la última entrada del registro de auditoría
   *[other] las últimas { $count } entradas del registro de auditoría
}
audit-line = { $at } · { $act }
audit-member-joined = { $actor } entró en el registro.
audit-group-founded = { $actor } fundó el grupo y lo organiza.
audit-role-organizer = { $actor } hizo a { $person } parte de la organización.
audit-role-captain = { $actor } hizo a { $person } parte de la capitanía.
audit-role-member = { $actor } hizo a { $person } miembro.
audit-team-captain = { $actor } hizo a { $person } parte de la capitanía de un equipo.
audit-team-captain-ended = { $actor } puso fin a la capitanía de { $person } en un equipo.
audit-place-linked = { $actor } unió otro lugar al grupo con un código de { $person }.
audit-account-linked = { $actor } unió dos cuentas; ambas son ahora de { $person }.
