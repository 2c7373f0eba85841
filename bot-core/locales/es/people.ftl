# Personas, grupos, equipos, códigos de enlace, deshacer y el registro de auditoría.

## Los comandos, en una línea

command-me = Muestra lo que sé de ti y cómo cambiarlo.
command-me-timezone = Elige tu zona horaria.
command-me-language = Elige el idioma en el que te escribo.
command-me-reminders = Elige con cuánto tiempo te aviso antes de un turno.
command-me-quiet = Elige a qué horas esperan tus mensajes personales.
command-me-pause = Pon los mensajes personales en pausa, hasta una hora o hasta que la acabes; «off» la acaba.
command-me-digest = Recibe cada mañana lo que trae tu día; «off» lo quita.
command-me-prefer = Elige adónde van primero los mensajes privados para ti.
command-me-skills = Di qué sabes hacer, para los turnos que lo necesiten; «none» lo quita.
command-me-link = Une otra cuenta tuya a esta.
command-me-calendar = Obtén la dirección de tus turnos para tu propio calendario; «new» hace otra, «revoke» la anula.
command-me-export = Llévate todo lo que guardo de ti, en un archivo.
command-me-forget = Haz que te olvide: te muestro qué se borraría y lo confirmas.
command-group = Muestra el grupo: zona horaria, idioma, miembros, equipos y lugares.
command-group-role = Di quién organiza (organizer), es responsable (captain) o miembro, en el grupo o en un equipo.
command-group-map = Haz que un rol de este lugar dé responsables (captain) o gente a un equipo; «none» lo quita.
command-group-set = Elige zona horaria, idioma, nombre, signo de los comandos o descanso entre turnos del grupo.
command-group-link = Une otro lugar a este grupo.
command-group-audit = Muestra quién nombró, quitó y decidió qué.
command-group-export = Llévate todo lo que guarda el grupo, en un archivo.
command-team-add = Añade un equipo.
command-team-list = Muestra los equipos.
command-team-show = Muestra quién está en un equipo.
command-team-join = Únete a un equipo.
command-team-leave = Sal de un equipo.
command-undo = Deshaz lo último que hiciste, si fue hace menos de diez minutos.

## Nombres

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
me-group = En «{ $group }»: { $role ->
    [organizer] organizas
    [captain] responsable
   *[member] miembro
}
me-group-teams = En «{ $group }»: { $role ->
    [organizer] organizas
    [captain] responsable
   *[member] miembro
} · equipos: { $teams }
me-team = { $team }
me-team-captain = { $team } (responsable)
me-zone = Zona horaria: { $zone } · para cambiarla: { $change }
me-zone-inherited = Zona horaria: { $zone }, la del grupo · para elegir la tuya: { $change }
me-language = Idioma: { $language ->
    [es] español
   *[en] inglés
} · para cambiarlo: { $change }
me-language-inherited = Idioma: el del grupo · para elegir el tuyo: { $change }
me-reminders = Avisos antes de un turno: { $ladder } · para cambiarlos: { $change }
me-reminders-none = Avisos antes de un turno: ninguno · para tenerlos: { $change }
me-quiet = Horas de silencio: de { $from } a { $to } · para cambiarlas: { $change }
me-quiet-none = Horas de silencio: ninguna · para elegirlas: { $change }
me-not-paused = Mensajes: según llegan · para ponerlos en pausa: { $change }
me-paused = Mensajes: en pausa hasta que la acabes · para acabarla: { $end }
me-paused-until = Mensajes: en pausa hasta el { $until } · para acabarla antes: { $end }
me-digest = Resumen de la mañana: cada día a las { $time } · para quitarlo: { $end }
me-digest-none = Resumen de la mañana: no · para recibirlo: { $change }
me-preferred = Los mensajes privados van primero a { $platform ->
    [discord] Discord
    [telegram] Telegram
    [matrix] Matrix
   *[console] la consola
} · para recibirlos donde escribiste por última vez: { $change }
me-preferred-last = Los mensajes privados van adonde escribiste por última vez, ahora a { $platform ->
    [discord] Discord
    [telegram] Telegram
    [matrix] Matrix
   *[console] la consola
} · para elegir: { $change }
me-prefer-set = A partir de ahora los mensajes privados van primero a { $platform ->
    [discord] Discord
    [telegram] Telegram
    [matrix] Matrix
   *[console] la consola
}. Si uno no se puede entregar ahí, lo intento en tus otras cuentas.
me-prefer-last-set = A partir de ahora los mensajes privados van adonde escribiste por última vez. Si uno no se puede entregar ahí, lo intento en tus otras cuentas.
me-prefer-nowhere = No conozco ninguna cuenta tuya en «{ $platform }». Puedes unir otra con { $link }.
me-skills = Lo que sabes hacer: { $skills } · para cambiarlo: { $change }
me-skills-none = Lo que sabes hacer: nada aún · para que te pregunte donde haga falta: { $change }
me-skills-set = Pensaré en ti donde haga falta algo de esto: { $skills }.
me-skills-off = Ya no dices qué sabes hacer.
skill-unfit = «{ $skill }» no puede nombrar lo que sabes hacer. Es una palabra de { $most } letras, cifras y guiones como mucho, y empieza por una letra.
skill-count = Puedes nombrar de 1 a { $most } cosas que sabes hacer, o ninguna con «none».
me-private-agreed = Mensajes privados: sí, te escribo en privado.
me-private-not-yet = Mensajes privados: aún no. Escríbeme una vez en privado y te escribiré ahí.
me-timezone-set = Tu zona horaria a partir de ahora: { $zone }.
me-language-set = A partir de ahora te escribo en español.
me-reminders-set = Te avisaré { $ladder } antes de cada uno de tus turnos.
me-reminders-off = Ya no te avisaré antes de tus turnos.
me-quiet-set = De { $from } a { $to }, { $zone }, los mensajes personales esperan a que acaben tus horas de silencio. Los que así llegarían tarde te llegan al momento.
me-quiet-off = Ya no tienes horas de silencio. Los mensajes personales te llegan al momento.
me-pause-until = Tus mensajes esperan hasta el { $until }. Lo que entonces llegaría tarde te llega de todos modos y lo dice; los recordatorios que te pusiste llegan también. Para acabar antes la pausa: { $end }
me-pause-open = Tus mensajes esperan hasta que acabes la pausa. Lo que no puede esperar, como tus turnos, te llega de todos modos y lo dice; los recordatorios que te pusiste llegan también. Para acabarla: { $end }
me-pause-off = Se acabó la pausa. Si algo te esperaba, te llega ahora.
me-pause-off-quiet = Se acabó la pausa. Si algo te esperaba, te llega cuando acaben tus horas de silencio.
me-pause-none = Tus mensajes no están en pausa. Para ponerlos en pausa: { $pause }
me-calendar-made = En esta dirección tu propio calendario encuentra tus turnos, también los que tienes en lista de espera. Quien la tiene los ve: no se la des a nadie.
me-calendar-where = Suscríbete a ella: en Google Calendar con «Otros calendarios», «Desde URL»; en Calendario de Apple con «Nueva suscripción a calendario»; en Thunderbird con «Nuevo calendario», «En la red».
me-calendar-how = Se muestra esta única vez, porque solo guardo un hash de ella. Para tener otra en su lugar: { $renew } · para anularla: { $end }
me-calendar-stands = Tu calendario tiene una dirección desde { $since }. Solo guardo un hash de ella y no puedo volver a mostrarla. Para tener otra en su lugar: { $renew } · para anularla: { $end }
me-calendar-ended = La dirección de tu calendario ya no sirve para nada.
me-calendar-none = Tu calendario no tiene dirección. Para tener una: { $have }
me-calendar-nowhere = Aquí no tengo dirección en la web, así que tu calendario tampoco puede tenerla. Quien administra el bot se la da con MUSTER_PUBLIC_LISTEN y MUSTER_PUBLIC_URL, mientras «muster run» esté en marcha; la consola no tiene ninguna. Un turno como archivo: { $file }
me-digest-set = Cada día a las { $time }, { $zone }, te escribo lo que trae tu día: tus turnos y tareas, las votaciones abiertas y los turnos a los que aún les falta gente. Si no trae nada, no escribo. Para quitarlo: { $end }
me-digest-off = Ya no te escribo por la mañana.
me-digest-private = El resumen de la mañana llega en privado, y aún no me has escrito ahí. Escríbeme en privado:

## Ajustes que no se entienden

pause-ends-once = Una pausa empieza ahora y acaba una vez, así que no sirve «{ $when }».
pause-past = El { $until } ya ha pasado. Una pausa acaba más tarde.
digest-unreadable = No entiendo «{ $time }» como hora del día.

zone-unknown = No conozco ninguna zona horaria ni ciudad que se llame «{ $zone }».
language-unknown = No hablo «{ $language }». Hablo inglés y español.
ladder-count = Puedes tener de 1 a { $most } avisos antes de un turno, o ninguno con «off».
ladder-early = Un aviso puede llegar, como mucho, { $days } días antes de un turno.

## Códigos de enlace

link-code = Escribe el comando de abajo en tu otra cuenta antes de que pasen diez minutos. Sirve una sola vez. No se lo des a nadie: quien lo escribe pide ser una sola persona contigo.
link-would-join = Con esto pasas a ser una sola persona con { $name }: { $accounts }. Si las dos cuentas son tuyas, di que sí. Si este código te lo ha dado otra persona, no hagas nada.
link-waits = Ahora { $name } tiene la última palabra. Escribe esto en esa cuenta antes de que pasen diez minutos: { $confirm }
link-asks = { $name } quiere ser una sola persona contigo: { $accounts }. Si eres tú, confírmalo. Si no, no hagas nada, y en diez minutos quedará en nada.
link-joined = Ahora eres una sola persona con { $name }: { $accounts }. Se quedan los ajustes que tienes aquí; las plazas, las tareas y los votos de las dos cuentas son tuyos.
link-one-seat = Las dos cuentas estaban en { $shifts }: ahora tienes ahí una sola plaza, y la otra queda libre.
link-one-vote = Las dos cuentas habían votado en { $polls }: cuenta el voto posterior, y el anterior se descarta.
link-one-secret-vote = Si las dos cuentas votaron en una votación secreta que sigue abierta, cuenta el voto de esta.
link-nothing-to-confirm = Nadie espera unirse a ti.
link-own = Ese código es tuyo. Escríbelo desde tu otra cuenta.
link-claimed = Otra cuenta ha aceptado antes este código. Pide uno nuevo.
link-used = Este código ya se ha usado. Pide uno nuevo.
link-expired = Este código ha caducado. Los códigos valen diez minutos; pide uno nuevo.
link-not-a-code = Eso no es un código. Un código tiene 26 letras y cifras, por ejemplo 7ZQ4-…
link-unknown = No conozco este código. { $left ->
    [0] Era el último intento por ahora; espera diez minutos.
    [one] Te queda { $left } intento.
   *[other] Te quedan { $left } intentos.
}
link-too-many-wrong = Han llegado demasiados códigos equivocados desde esta cuenta. Vuelve a intentarlo dentro de { $wait }.
link-is-for-places = Este código une un lugar a un grupo, no una cuenta.
link-is-personal = Este código une una cuenta a una persona, no un lugar a un grupo.

## group

group-heading = Grupo «{ $group }»
group-about = { $members ->
    [one] { $members } miembro
   *[other] { $members } miembros
} · { $zone } · { $language ->
    [es] español
   *[en] inglés
} · fundado el { $founded }
group-organizers = Organizan: { $names }
group-captains = Responsables: { $names }
group-teams = Equipos: { $teams }
group-places = Se reúne en: { $places }
group-asks = { $count ->
    [0] No se pregunta a nadie por turnos.
    [one] A cada persona se le pregunta por turnos una vez por semana como mucho.
   *[other] A cada persona se le pregunta por turnos { $count } veces por semana como mucho.
}
group-prefix = Delante de un comando, donde la aplicación pide un signo: { $prefix }
group-rest = Descanso entre dos turnos de una persona: { $rest } · para quitarlo: { $change }
group-timezone-set = Zona horaria del grupo a partir de ahora: { $zone }. Lo ya publicado conserva su hora.
group-language-set = A partir de ahora hablo { $language ->
    [es] español
   *[en] inglés
} en las salas del grupo.
group-name-set = Ahora el grupo se llama «{ $name }».
group-name-empty = El grupo necesita un nombre.
group-asks-set = { $count ->
    [one] Preguntaré a cada persona por turnos una vez por semana como mucho.
   *[other] Preguntaré a cada persona por turnos { $count } veces por semana como mucho.
}
group-asks-off = No preguntaré a nadie por turnos.
asks-unreadable = "{ $asks }" no dice con qué frecuencia. Da un número de veces por semana, como mucho { $most }, o "off".
group-prefix-set = En las salas del grupo los comandos empiezan ahora por { $prefix }, donde la aplicación pide un signo.
group-rest-set = A partir de ahora aviso a quien tome un turno que le deje menos de { $rest } de descanso antes o después de otro. Para quitarlo: { $end }
group-rest-off = Ya no aviso de cuánto descanso hay entre dos turnos.
rest-long = El descanso entre dos turnos puede ser de { $days } días como mucho.
prefix-unfit = «{ $prefix }» no puede ir delante de los comandos. Elige de uno a tres signos como !, sin letras, cifras, / ni @.
group-link-code = Quien administre el otro lugar tiene que escribir allí, en una sala, el comando de abajo antes de que pasen diez minutos. Sirve una sola vez. Verá el nombre de «{ $group }», y tú confirmas cuando hayas visto el suyo.
group-link-would-join = Con esto «{ $place }» pasa a ser del grupo «{ $group }», por la palabra de { $by }: quien haga algo aquí estará desde entonces en su registro. Si sabes quiénes son y lo quieres, di que sí. Si no, no hagas nada.
group-link-waits = Ahora la última palabra la tiene { $by }. Antes de que pasen diez minutos tiene que escribir en «{ $group }», o en privado conmigo: { $confirm }
group-link-asks = { $by } quiere unir { $place } a «{ $group }» con tu código. Si sabes quiénes son, confírmalo. Si no, no hagas nada, y en diez minutos quedará en nada.
group-link-nothing-to-confirm = Ningún lugar espera tu palabra para unirse a un grupo.
group-link-taken = «{ $place }» ya ha llegado a un grupo entretanto.
group-link-in-private = Escribe esto en una sala del lugar que quieres unir, para que yo sepa cuál es.
group-link-administrators = Solo quien administra este lugar puede unirlo a un grupo.
group-link-already = Este lugar ya es de «{ $group }».
group-link-has-group = Este lugar ya tiene su propio grupo, «{ $group }», y dos grupos no se pueden juntar en uno.
group-linked = «{ $place }» es ahora del grupo «{ $group }»: un solo registro y las mismas listas.

## Llegar a un lugar e irse

place-welcome = Llevo los turnos, tareas, recordatorios, votaciones y avisos de un grupo, en este chat y en cualquier otro en que se reúna.
place-found = Quien administre este lugar funda aquí un grupo con { $found }, o lo une a un grupo que ya existe con { $link }.
place-found-button = Fundar un grupo aquí
place-help = Lo que entiendo: { $help }
place-back = He vuelto. Este lugar es de «{ $group }» y todo sigue como estaba.
place-left-told = Me han sacado de «{ $place }». Lo que sabía de ese lugar se queda; si me traes de vuelta, todo sigue.

unreadable = No he podido descifrar tu mensaje, así que no sé si era para mí.
unreadable-again = Envíalo de nuevo. Si no sirve, verifica el dispositivo con el que escribes; en Element: Ajustes, Cifrado, donde tampoco debe estar activado enviar solo a personas verificadas.
unreadable-elsewhere = O escríbeme en una sala sin cifrar.

## Lo que se guarda, en un archivo

me-export = Todo lo que guardo de ti a día de hoy. Para que lo borre: { $forget }
group-export = Todo lo que guarda "{ $group }" a día de hoy. Los recordatorios que cada cual se pone para sí no están.
export-cut = Es demasiado para un solo archivo: en "left_out" dice lo que falta.

## me forget

forget-heading = Te olvidaría, y eso no se puede deshacer. Todavía no ha pasado nada.
forget-yours = Se borra para siempre: tu nombre y tus ajustes, { $accounts ->
    [one] tu cuenta
   *[other] tus { $accounts } cuentas
}, tus grupos, lo que te espera y lo que guardé de lo que escribiste.
forget-in-group = En "{ $group }":
forget-group-goes = No hay nadie más: el grupo entero se va contigo.
forget-seats = { $count ->
    [one] Tu plaza en { $what } queda libre, y avanza quien espera.
   *[other] Tus plazas en { $what } quedan libres, y avanza quien espera.
}
forget-tasks = { $count ->
    [one] { $what } queda libre para otra persona.
   *[other] { $what } quedan libres para otras personas.
}
forget-ballots = { $count ->
    [one] Se retira tu voto en { $what }.
   *[other] Se retiran tus votos en { $what }.
}
forget-going = { $count ->
    [one] { $what } es solo cosa tuya y se borra.
   *[other] { $what } son solo cosa tuya y se borran.
}
forget-past = { $count ->
    [one] En { $what } pondrá "alguien que ya no está" en tu lugar.
   *[other] En { $what } pondrá "alguien que ya no está" en tu lugar.
}
forget-staying = { $count ->
    [one] { $what } se queda, sin tu nombre, porque participan otras personas. Lo que no quieras dejar, bórralo antes.
   *[other] { $what } se quedan, sin tu nombre, porque participan otras personas. Lo que no quieras dejar, bórralo antes.
}
forget-groups-own = De los turnos, los equipos y el nombre del grupo no guardo quién los escribió, así que lo que dicen se queda.
forget-more = { $count } más
forget-export = Para llevarte antes lo tuyo: { $export }
forget-button = Olvídame
forget-done = Hecho: ya no sé nada de ti. Si me vuelves a escribir, nos conoceremos por primera vez.
forget-nobody = No sé nada de ti, así que no hay nada que olvidar.
forget-last-organizer = Solo tú organizas "{ $group }", y { $others ->
    [one] hay otra persona
   *[other] hay otras { $others } personas
} en el grupo. Nombra antes a alguien más.

## group role

role-given = { $member } { $role ->
    [organizer] organiza ahora el grupo
    [captain] es ahora responsable en el grupo
   *[member] es ahora miembro del grupo
}.
role-already = { $member } ya { $role ->
    [organizer] organiza el grupo
    [captain] es responsable en el grupo
   *[member] es miembro del grupo
}.
role-told = { $role ->
    [organizer] Ahora organizas
    [captain] Ahora eres responsable en
   *[member] Ahora eres miembro de
} «{ $group }»: lo ha decidido { $by }.
role-last-organizer = Nadie más organiza este grupo, y hace falta alguien. Nombra antes a otra persona.
role-no-team-organizer = Un equipo tiene responsables y miembros; organizar es cosa de todo el grupo.
team-role-given = { $member } es ahora { $role ->
    [captain] responsable
   *[member] miembro
} del equipo «{ $team }».
team-role-already = { $member } ya es { $role ->
    [captain] responsable
   *[member] miembro
} del equipo «{ $team }».
team-role-told = Ahora eres { $role ->
    [captain] responsable
   *[member] miembro
} del equipo «{ $team }» de «{ $group }»: lo ha decidido { $by }.

## group map: lo que dan los roles de una plataforma

mapping-none = En "{ $group }" ningún rol de un lugar da nada todavía.
mapping-heading = Lo que dan los roles en "{ $group }"
mapping-line-captain = { $role } · { $place } · responsable
mapping-line-team = { $role } · { $place } · en el equipo { $team }
mapping-captain-set = Quien tiene el rol { $role } en { $place } es responsable, desde lo próximo que haga aquí y mientras lo tenga.
mapping-team-set = Quien tiene el rol { $role } en { $place } está en el equipo "{ $team }", desde lo próximo que haga aquí y mientras lo tenga.
mapping-removed = { $count ->
    [0] El rol { $role } ya no da nada en { $place }.
    [one] El rol { $role } ya no da nada en { $place }, y se quita lo que 1 persona tenía por él.
   *[other] El rol { $role } ya no da nada en { $place }, y se quita lo que { $count } personas tenían por él.
}
mapping-already = Eso es lo que da ya el rol { $role }.
mapping-what = Di qué da el rol { $role }: captain, un equipo o none.
mapping-which = Di qué rol de este lugar da «{ $gives }»: menciónalo o escribe cómo lo llama la plataforma.
mapping-one = Un rol da responsables o gente a un equipo: pon captain o team:, no los dos.
mapping-no-role = «{ $typed }» no es un rol que yo pueda recordar. Menciónalo o escribe cómo lo llama la plataforma.
mapping-in-private = Un rol es de un lugar. Escribe esto en una sala de ese lugar.
mapping-captain = Por tu rol aquí ya eres responsable de "{ $group }".
mapping-no-captain = Ya no tienes aquí el rol que te hacía responsable de "{ $group }".
mapping-joined = Por tu rol aquí ya estás en el equipo "{ $team }".
mapping-left = Ya no tienes aquí el rol que te ponía en el equipo "{ $team }".

## team

team-added = He añadido el equipo «{ $team }». Para estar en él: { $join }
team-exists = Ya hay un equipo que se llama «{ $team }».
team-name-length = El nombre de un equipo puede tener de 1 a { $most } caracteres.
team-none = Aún no hay equipos. Los añade alguien responsable.
team-heading = { $count ->
    [one] { $count } equipo
   *[other] { $count } equipos
}
team-line = { $team } · { $count ->
    [0] aún nadie
    [one] { $count } persona
   *[other] { $count } personas
}
team-of-captains = { $team } ({ $count ->
    [one] responsable:
   *[other] responsables:
} { $names })
team-captains = Responsables: { $names }
team-members = Están: { $names }
team-button-join = Unirme
team-button-leave = Salir
team-joined = { $member } ya está en el equipo «{ $team }».
team-in-already = Ya estás en el equipo «{ $team }».
team-left = { $member } ha salido del equipo «{ $team }».
team-not-in = No estás en el equipo «{ $team }».

## undo

undo-in-private = Lo último que hiciste fue donde solo escribimos tú y yo. Para deshacerlo, escríbeme allí:
undo-nothing = En los últimos diez minutos no has hecho nada aquí que se pueda deshacer.
undo-lasting = Lo último que hiciste no se puede deshacer.
undo-changed-since = Alguien lo ha cambiado después, así que se queda como está.
undo-me = Deshecho: tus ajustes están como antes.
undo-group = Deshecho: los ajustes del grupo están como antes.
undo-mapping = Deshecho: el rol { $role } da lo que daba antes.
undo-role = Deshecho: { $member } vuelve a { $role ->
    [organizer] organizar el grupo
    [captain] ser responsable en el grupo
   *[member] ser miembro del grupo
}.
undo-team-added = Deshecho: ya no hay ningún equipo "{ $team }".
undo-team-in-use = El equipo "{ $team }" ya tiene gente o trabajo; se queda.
undo-team = Deshecho: { $place ->
    [captain] { $member } vuelve a ser responsable del equipo «{ $team }».
    [member] { $member } vuelve a ser miembro del equipo «{ $team }».
   *[out] { $member } ya no está en el equipo «{ $team }».
}

## El tablón

command-group-board = Publica una tarjeta con lo que está abierto en el grupo; se fija y sigue los cambios.
board-heading = Abierto en «{ $group }»
board-shifts = Turnos con plazas libres
board-tasks = Tareas por hacer
board-polls = Votaciones abiertas
board-more = y { $count } más: { $all }
board-nothing = Ahora mismo no hay nada abierto.

## doctor

command-doctor = Comprueba qué puedo hacer en esta sala y quién puede permitirme más.
doctor-heading = Lo que puedo hacer en «{ $place }»
doctor-can = { $ability ->
    [see] Puedo ver esta sala.
    [write] Aquí puedo escribir.
    [cards] Aquí puedo mostrar tarjetas.
    [reply] Aquí puedo responder a mensajes.
    [files] Aquí puedo enviar archivos.
    [pin] Aquí puedo fijar el tablón.
   *[administrators] Puedo ver quién administra este lugar.
}
doctor-cannot = { $ability ->
    [see] No puedo ver esta sala; en ella solo puedo responder a comandos.
    [write] Aquí no puedo escribir.
    [cards] Aquí no puedo insertar enlaces, así que nadie vería mis tarjetas.
    [reply] No puedo leer lo que se dijo aquí antes, así que no puedo responder a ello.
    [files] Aquí no puedo enviar archivos; las exportaciones y los recuentos van como texto.
    [pin] Aquí no puedo fijar mensajes; el tablón se queda donde se publicó.
   *[administrators] No puedo ver quién administra este lugar, así que nadie puede fundar un grupo aquí ni unirlo a uno.
}
doctor-missing = { $missing } Lo puede permitir alguien que administre este lugar.
doctor-missing-from = { $missing } Lo puede permitir: { $people }.
doctor-unverified = Mi dispositivo no está verificado, y algunas aplicaciones pueden no darme lo que cifran. Quien me mantiene puede verificarlo.
doctor-undecrypted = { $messages ->
    [one] No he podido descifrar un mensaje de aquí.
   *[other] No he podido descifrar { $messages } mensajes de aquí.
} Quien lo escribió puede enviarlo de nuevo.
doctor-throttled = El servidor no me deja enviar más de { $messages ->
    [one] un mensaje
   *[other] { $messages } mensajes
} en { $seconds ->
    [one] un segundo
   *[other] { $seconds } segundos
}. Quien lo mantiene puede quitar ese límite con: { $lift }
doctor-power = Aquí tengo un nivel de poder de { $has }, y necesito { $needed } { $ability ->
    [see] para ver esta sala.
    [write] para escribir.
    [cards] para mostrar tarjetas.
    [reply] para responder.
    [files] para enviar archivos.
    [pin] para fijar el tablón.
   *[administrators] para ver quién administra este lugar.
}
doctor-administrator = Administro este lugar. No necesito más que lo de arriba.
doctor-no-administrator = No administro este lugar, y no hace falta.
doctor-group = Este lugar es de «{ $group }»: { $members ->
    [one] { $members } miembro
   *[other] { $members } miembros
}, zona horaria: { $zone }.
doctor-unserved = Nadie oye ahora lo que se dice en { $place }. Quien me hace funcionar encuentra el motivo en mi registro.
doctor-unserved-keys = Nadie oye ahora lo que se dice en { $place }: el ordenador que tiene mis claves para ese lugar no está en marcha. Quien me hace funcionar puede arrancarlo o llevar las claves a otro.
doctor-heading-private = Cómo puedo escribirte
doctor-private = Me escribes en privado, así que los recordatorios y avisos te llegan aquí.
doctor-private-closed = No has aceptado mensajes privados: lo que es para ti aparece en la sala de tu grupo, con tu nombre.
doctor-groups = Estás en { $groups }.

## El registro de auditoría

audit-heading = { $group } · { $count ->
    [one] la última entrada del registro de auditoría
   *[other] las últimas { $count } entradas del registro de auditoría
}
audit-line = { $at } · { $act }
audit-member-joined = { $actor } entró en el registro.
audit-group-founded = { $actor } fundó el grupo y lo organiza.
audit-group-founded-anonymously = { $actor } fundó el grupo: alguien que administra y escribió en nombre del lugar.
audit-role-organizer = { $actor } nombró a { $person } para organizar el grupo.
audit-role-captain = { $actor } nombró responsable a { $person }.
audit-role-member = { $actor } dejó a { $person } como miembro.
audit-mapping-set = { $actor } ha dicho qué da un rol de un lugar.
audit-mapping-removed = { $actor } ha quitado lo que daba un rol de un lugar.
audit-mapping-captain = { $person } es responsable por un rol de un lugar.
audit-mapping-captain-ended = { $person } ya no es responsable: no queda el rol de un lugar que se lo daba.
audit-team-captain = { $actor } nombró a { $person } responsable de un equipo.
audit-team-captain-ended = { $actor } retiró a { $person } como responsable de un equipo.
audit-place-linked = { $actor } unió otro lugar al grupo con un código de { $person }.
audit-place-left = { $actor } me sacó de un lugar del grupo.
audit-member-gone = { $actor } ya no está en el lugar del grupo, ni por tanto en el grupo.
audit-stranger = alguien que no conozco
audit-account-linked = { $actor } unió dos cuentas; ambas son ahora de { $person }.
audit-person-forgotten = { $person } pidió que se le olvidara.
audit-group-exported = { $actor } exportó todo lo que guarda el grupo.
