# Votaciones

command-poll-new = Pregunta al grupo; sin opciones pregunta sí o no, y sin hora cierra a las 24 horas.
command-poll-vote = Vota con las palabras o el número de una opción; votar otra vez cambia tu voto.
command-poll-list = Muestra las votaciones abiertas.
command-poll-show = Muestra una votación, y quién eligió qué.
command-poll-close = Cierra una votación ya; para quien la preguntó, y para quien capitanea u organiza.
command-poll-extend = Alarga una votación; para quien la preguntó, y para quien capitanea u organiza.

poll-yes = Sí
poll-no = No

poll-heading = { $poll } · { $question }
poll-heading-closed = { $poll } · { $question } · cerrada
poll-heading-soon = { $poll } · { $question } · cierra pronto
poll-heading-longer = { $poll } · { $question } · abierta más tiempo
poll-open-until = abierta hasta el { $closes }
poll-voted-count =
    { $voted ->
        [0] aún no ha votado nadie
        [one] { $voted } ha votado
       *[other] { $voted } han votado
    }
poll-voted-abstained =
    { $voted ->
        [one] { $voted } ha votado
       *[other] { $voted } han votado
    }, { $abstained } de ellos con abstención
poll-choose-several = elige tantas como quieras
poll-label-open = todo el mundo aquí puede ver quién eligió qué
poll-chose = { $option }: { $people }
poll-abstained = Se abstienen: { $people }

poll-your-vote = Tu voto: { $choice }.
poll-your-vote-again = Tu voto: { $choice }. Sustituye al anterior: { $before }.
poll-your-vote-same = Tu voto ya era { $choice }, y así queda.
poll-abstention = abstención
poll-change-until = Puedes cambiarlo hasta el { $closes }.
poll-so-far = { $poll } por ahora: { $counts }
poll-option-count = { $option } { $count }

poll-won = Gana { $option } con { $votes } de { $voted }.
poll-tied = Empate: { $options } tienen { $votes } cada una, de { $voted }.
poll-nobody = No votó nadie.
poll-nobody-chose = Nadie eligió ninguna opción; abstenciones: { $abstained }.
poll-close-undo = Para abrirla de nuevo, en diez minutos: { $command }

poll-list =
    { $count ->
        [one] Hay 1 votación abierta
       *[other] Hay { $count } votaciones abiertas
    }
poll-list-none = No hay ninguna votación abierta.

poll-one-option = Una votación necesita al menos dos opciones, y esta solo tiene «{ $option }». Sin ninguna opción, pregunta sí o no.
poll-option-twice = La opción «{ $option }» está dos veces.
poll-until-one-time = Una votación cierra en un momento: un día o una hora, no un intervalo ni una repetición.
poll-until-past = El { $closes } ya pasó. Una votación cierra más tarde que ahora.
poll-unknown = No hay ninguna { $poll } en este grupo.
poll-taken-back = { $poll } la retiró quien la preguntó.
poll-choice-unknown = { $poll } no tiene la opción «{ $choice }». Puedes elegir { $options }.
poll-choice-two = «{ $choice }» puede ser { $options }.
poll-choice-one = { $poll } admite una sola opción, y has nombrado { $options }.
poll-closed-already = { $poll } cerró el { $closed }, así que ya nada cambia en ella. { $result }
poll-extend-earlier = { $poll } ya está abierta hasta el { $closes }. Para acabarla antes, ciérrala.
poll-not-yours = { $poll } la puede cerrar o alargar quien la preguntó, y quien capitanea u organiza.

poll-undone-new = { $poll } queda retirada: ya no se pregunta.
poll-undone-vote = Tu voto en { $poll } queda retirado.
poll-undone-vote-again = Tu voto en { $poll } vuelve a ser { $choice }.
poll-undone-close = { $poll } está abierta de nuevo, hasta el { $closes }.
poll-undone-extend = { $poll } vuelve a cerrar el { $closes }.
poll-undo-voted =
    { $others ->
        [one] Alguien más ha votado en { $poll }, así que ya no se puede retirar.
       *[other] Otras { $others } personas han votado en { $poll }, así que ya no se puede retirar.
    }
poll-undo-changed = { $poll } ha cambiado desde entonces, así que esto ya no se puede deshacer.
poll-undo-past = El { $closes } ya pasó, así que { $poll } sigue cerrada. { $result }

audit-poll-closed = { $actor } cerró { $subject }.
audit-poll-withdrawn = { $actor } retiró { $subject }.
