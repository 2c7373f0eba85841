# Avisos

command-broadcast = Escribe a mucha gente a la vez; primero ves cómo queda y para cuántas personas es.
command-broadcast-list = Muestra los últimos avisos.
command-broadcast-show = Muestra un aviso: qué dice, cómo va, a quién ha llegado.
command-broadcast-send = Envía un aviso que ya has revisado.
command-broadcast-stop = Descarta un borrador, anula un aviso programado o detén uno a medio enviar.
command-broadcast-mention = Menciona en esta sala, una sola vez y con el texto, a quienes no ha llegado.
command-broadcast-ack = Di «Enterado» a un aviso que lo pide.

## El formulario: como mucho 45 caracteres arriba, 45 junto a un campo y 100 dentro

form-broadcast = Escribir a mucha gente a la vez
form-broadcast-audience = Para quién es
form-broadcast-audience-hint = everyone, captains, team:Norte, roster:S12, unconfirmed:S12 o nonvoters:P4
form-broadcast-text = Qué dice
form-broadcast-text-hint = Mañana llueve: nos vemos dentro
form-broadcast-at = Cuándo sale
form-broadcast-at-hint = sáb 8:00; vacío, cuando lo envíes
form-broadcast-ack = Pedir que digan «Enterado»
form-broadcast-ack-hint = yes, o vacío

## Para quién es

broadcast-to-everyone = a todo el grupo
broadcast-to-captains = a las personas responsables
broadcast-to-team = al equipo { $team }
broadcast-to-roster = a quienes están en { $shift }
broadcast-to-unconfirmed = a quienes no han confirmado { $shift }
broadcast-to-nonvoters = a quienes no han votado en { $poll }
broadcast-says = { $author }, { $to } ({ $group }):

## La tarjeta

broadcast-heading = { $broadcast } · «{ $text }» · { $state ->
    [draft] borrador
    [lapsed] borrador caducado
    [scheduled] programado
    [taken-back] anulado
    [running] enviándose
    [stopping] deteniéndose
    [stopped] detenido
   *[finished] terminado
}
broadcast-people =
    { $count ->
        [one] Va { $to }: 1 persona aparte de quien lo escribe.
       *[other] Va { $to }: { $count } personas aparte de quien lo escribe.
    }
broadcast-out-of-reach = Por ahora no se llega en privado a todo el mundo: { $reasons }.
broadcast-would-go-now = Sale cuando lo envíes.
broadcast-would-go-at = Cuando lo envíes, esperará hasta el { $at }.
broadcast-would-go-late = Tenía que salir el { $at }, que ya ha pasado; sale cuando lo envíes.
broadcast-goes-at = Sale el { $at }.
broadcast-asks-ack = Se pide a todo el mundo que diga «Enterado».
broadcast-nobody-got-it = No lo ha recibido nadie.
broadcast-were-mentioned = A quienes no llegó se les mencionó el { $at }.
broadcast-list = Los últimos avisos
broadcast-list-none = Aún no se ha enviado ningún aviso.

broadcast-button-send = Enviar
broadcast-button-discard = Descartar
broadcast-button-take-back = Anular
broadcast-button-stop = Detener
broadcast-button-ack = Enterado
broadcast-button-mention =
    { $count ->
        [one] Mencionar aquí a esa persona
       *[other] Mencionar aquí a las { $count }
    }

broadcast-how-to-pause = Para pausar mensajes como este: { $pause }

## El informe

broadcast-reached = Ha llegado a { $reached } de { $people }
broadcast-reached-so-far = Por ahora ha llegado a { $reached } de { $people }
broadcast-reached-nobody = Ya no había nadie a quien escribir
broadcast-on-their-way = { $count } en camino
broadcast-held =
    { $count ->
        [one] 1 espera a que acaben las horas de silencio
       *[other] { $count } esperan a que acaben las horas de silencio
    }
broadcast-refused-blocked =
    { $count ->
        [one] 1 me ha bloqueado
       *[other] { $count } me han bloqueado
    }
broadcast-refused-never-started =
    { $count ->
        [one] 1 nunca pulsó Iniciar
       *[other] { $count } nunca pulsaron Iniciar
    }
broadcast-refused-never-wrote =
    { $count ->
        [one] 1 nunca me ha escrito en privado
       *[other] { $count } nunca me han escrito en privado
    }
broadcast-refused-private-closed =
    { $count ->
        [one] 1 tiene cerrados los mensajes privados
       *[other] { $count } tienen cerrados los mensajes privados
    }
broadcast-refused-deactivated =
    { $count ->
        [one] 1 ha cerrado su cuenta
       *[other] { $count } han cerrado su cuenta
    }
broadcast-refused-left =
    { $count ->
        [one] 1 ha salido del chat conmigo
       *[other] { $count } han salido del chat conmigo
    }
broadcast-refused-forbidden =
    { $count ->
        [one] 1 está donde no puedo escribir
       *[other] { $count } están donde no puedo escribir
    }
broadcast-refused-closed =
    { $count ->
        [one] 1 está en una sala cerrada
       *[other] { $count } están en una sala cerrada
    }
broadcast-refused-gone =
    { $count ->
        [one] ya no existe el chat con 1
       *[other] ya no existen los chats con { $count }
    }
broadcast-refused-too-long =
    { $count ->
        [one] para 1 es demasiado largo en su plataforma
       *[other] para { $count } es demasiado largo en su plataforma
    }
broadcast-refused-unreachable =
    { $count ->
        [one] con 1 no hubo conexión con su plataforma
       *[other] con { $count } no hubo conexión con su plataforma
    }
broadcast-unknown-whether = de { $count } no puedo decir si llegó
broadcast-paused =
    { $count ->
        [one] 1 ha pausado los mensajes
       *[other] { $count } han pausado los mensajes
    }
broadcast-not-sent =
    { $count ->
        [one] 1 sin enviar
       *[other] { $count } sin enviar
    }
broadcast-names = ({ $names })
broadcast-more = { $count } más
broadcast-acknowledged =
    { $said ->
        [one] { $said } de { $of } ha dicho «Enterado».
       *[other] { $said } de { $of } han dicho «Enterado».
    }

## Lo que se responde

broadcast-discarded = { $broadcast } está descartado. No lo ha recibido nadie.
broadcast-taken-back = { $broadcast } está anulado. No lo ha recibido nadie.
broadcast-undone-send = { $broadcast } vuelve a ser un borrador: no sale nada hasta que lo envíes.
broadcast-mention = { $people }:
broadcast-mention-how =
    { $count ->
        [one] No he podido escribirte en privado. Escríbeme allí una vez y te llegará el próximo.
       *[other] No he podido escribirles en privado. Escríbanme allí una vez y les llegarán los próximos.
    }
broadcast-mentioned =
    { $count ->
        [one] He mencionado en la sala del grupo a quien no llegó.
       *[other] He mencionado en la sala del grupo a las { $count } personas a las que no llegó.
    }
broadcast-mentioned-already = A quienes no llegó { $broadcast } se les mencionó el { $at }, y no se les menciona dos veces. Sigue sin llegar a: { $people }.
broadcast-mentioned-all-reached = A quienes no llegó { $broadcast } se les mencionó el { $at }, y ya no falta nadie.
broadcast-mention-nobody = A { $broadcast } no le falta nadie a quien una mención pueda llegar, así que no hay a quién mencionar.
broadcast-ack-said = Anotado. { $author } ve cuántas personas lo han dicho.
broadcast-ack-said-before = Ya lo habías dicho. { $broadcast } está anotado.

## Lo que se rechaza

broadcast-at-one-time = Un aviso sale en un momento: un día y una hora, por ejemplo at:sáb 9:00.
broadcast-at-past = El { $at } ya ha pasado. Un aviso sale más tarde que ahora; sin «at:» sale cuando lo envíes.
broadcast-to-nobody = Ahí no hay nadie a quien escribir aparte de ti.
broadcast-poll-closed = { $poll } está cerrada, así que ya nadie puede votar en ella.
broadcast-unknown = En este grupo no hay { $broadcast }.
broadcast-not-yours = { $broadcast } es de { $author }. También lo ven y lo gestionan las personas responsables de todo el grupo y quienes organizan.
broadcast-own-team-only = Esto lo pueden hacer las personas responsables de todo el grupo y quienes organizan. Como responsable de un equipo, puedes escribir a ese equipo y a quienes están en sus turnos.
broadcast-has-lapsed = { $broadcast } esperó un día a que lo enviaran y ha caducado. No lo ha recibido nadie.
broadcast-is-taken-back = { $broadcast } se anuló. No lo ha recibido nadie.
broadcast-is-sent = { $broadcast } ya se ha enviado.
broadcast-is-over = { $broadcast } ya ha salido y no queda nada que detener.
broadcast-undo-going-out = { $broadcast } está saliendo, y lo enviado no se puede deshacer. Para detener el resto:
broadcast-undo-gone-out = { $broadcast } ya ha salido y no se puede deshacer.
broadcast-not-out-yet = { $broadcast } no ha salido, así que no hay a quién mencionar.
broadcast-still-going-out = { $broadcast } todavía está saliendo. Cuando termine, puedo mencionar a quienes no haya llegado.
broadcast-mention-secret = { $broadcast } fue a quienes no habían votado en una votación secreta, así que no se nombra a nadie.
broadcast-mention-where = No sé en qué sala. Escríbelo en una sala del grupo.
broadcast-ack-not-for-you = { $broadcast } no era para ti, así que no hay nada que confirmar.
broadcast-ack-not-asked = { $broadcast } no pide ningún «Enterado».

audit-broadcast-sent = { $actor } envió { $subject }.
audit-broadcast-stopped = { $actor } detuvo { $subject }.
audit-broadcast-mentioned = { $actor } mencionó en una sala a quienes no llegó { $subject }.
