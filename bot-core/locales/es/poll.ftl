# Votaciones

command-poll-new = Pregunta algo al grupo; sin opciones se responde sí o no, y sin hora se cierra a las 24 horas.
command-poll-vote = Vota con las palabras o el número de una opción, o abstain; si votas otra vez, tu voto cambia.
command-poll-list = Muestra las votaciones abiertas.
command-poll-show = Muestra una votación, y quién eligió qué donde eso se puede ver.
command-poll-close = Cierra ya una votación; puede quien la propuso o alguien responsable.
command-poll-export = Da los votos de una votación cerrada en archivos, sin nombres, para contarlos otra vez.
command-poll-receipt = En privado: un código para hallar tu voto secreto en el archivo de una votación cerrada.
command-poll-extend = Alarga una votación; puede quien la propuso o alguien responsable.
command-poll-mint = Haz de lo decidido una tarea, o un turno a la hora elegida; para responsables.
command-poll-nudge = Avisa en privado, una vez, a quien no ha votado; puede quien la propuso o alguien responsable.

## El formulario: como mucho 45 caracteres arriba, 45 junto a un campo y 100 dentro

form-poll-new = Preguntar al grupo
form-poll-question = La pregunta
form-poll-question-hint = ¿Pizza o tacos?
form-poll-option = Las opciones, cada una en una línea
form-poll-option-hint = Sin ninguna se responde sí o no.
form-poll-kind = Cómo se elige
form-poll-kind-hint = single, approval, ranked, score, star, availability o consent; vacío es single
form-poll-until = Cuándo se cierra
form-poll-until-hint = vie 18:00; vacío, dentro de 24 horas
form-poll-secret = Secreta
form-poll-secret-hint = yes, o vacío si es abierta

## La tarjeta

poll-yes = Sí
poll-no = No
poll-agree = De acuerdo
poll-stand-aside = Me aparto
poll-block = Bloqueo
poll-none-of-these = Ninguna de estas

poll-heading = { $poll } · { $question }
poll-heading-closed = { $poll } · { $question } · cerrada
poll-heading-soon = { $poll } · { $question } · se cierra pronto
poll-heading-longer = { $poll } · { $question } · alargada
poll-open-until = abierta hasta el { $closes }
poll-voted-count =
    { $voted ->
        [0] aún no ha votado nadie
        [one] ha votado { $voted } persona
       *[other] han votado { $voted } personas
    }
poll-voted-abstained =
    { $voted ->
        [one] ha votado { $voted } persona
       *[other] han votado { $voted } personas
    }, abstenciones incluidas ({ $abstained })
poll-voted-of =
    { $voted ->
        [one] ha votado { $voted } de { $of }
       *[other] han votado { $voted } de { $of }
    }
poll-voted-of-abstained =
    { $voted ->
        [one] ha votado { $voted } de { $of }
       *[other] han votado { $voted } de { $of }
    }, abstenciones incluidas ({ $abstained })
poll-quorum =
    { $needed ->
        [one] tiene que votar { $needed }
       *[other] tienen que votar { $needed }
    }
poll-choose-order = elige por orden, primero lo que más te guste; un segundo toque quita una opción
poll-choose-points = cada toque da un punto, hasta { $top }
poll-choose-times = un toque es sí, dos son si hace falta, tres son no
poll-pass = se aprueba con un { $pass } %
poll-seats = ganan { $seats }
poll-won-runoff-of-two = las dos con más puntos van a una segunda vuelta
poll-won-by-lots = se cuenta por { $method ->
    [irv] segunda vuelta instantánea
    [stv] voto único transferible
    [meek] voto transferible de Meek
    [schulze] Schulze
   *[pairs] pares ordenados
}{ $seats ->
    [one] {""}
   *[other] , ganan { $seats }
}; empates: por la fase anterior, y si no a suertes con { $seed }
poll-won-by-pass-lots = se cuenta por { $method ->
    [irv] segunda vuelta instantánea
    [stv] voto único transferible
    [meek] voto transferible de Meek
    [schulze] Schulze
   *[pairs] pares ordenados
}, se aprueba con un { $pass } %; empates: por la fase anterior, y si no a suertes con { $seed }
poll-choose-several = elige todas las que quieras
poll-label-open = aquí todo el mundo puede ver quién eligió qué
poll-label-hidden = el recuento no se ve hasta que se cierre; después, aquí todo el mundo puede ver quién eligió qué
poll-label-secret = secreta: nadie del grupo ve quién ha votado ni quién eligió qué; hasta que se cierre, quien administra este servidor podría relacionar un voto con su votante, y las copias de seguridad y los registros hechos hasta entonces pueden conservar esa relación
poll-label-secret-closed = secreta: ya nadie puede relacionar un voto con su votante, salvo con copias de seguridad o registros guardados de antes del cierre
poll-chose = { $option }: { $people }
poll-abstained = Abstenciones: { $people }
poll-blocks = { $person } bloquea: { $reason }
poll-person-mark = { $person } ({ $mark })
poll-place = n.º { $place }
poll-points = { $points }
poll-answer-yes = sí
poll-answer-if-need-be = si hace falta
poll-answer-no = no

poll-no-vote-yet = Aún no has votado.
poll-nudge = Aún no has votado. Te lo recuerdo solo esta vez.
poll-nudging =
    { $count ->
        [one] Escribo a 1 persona que no ha votado.
       *[other] Escribo a { $count } personas que no han votado.
    }
poll-nudging-later =
    { $count ->
        [one] 1 persona lo recibirá cuando acaben sus horas de silencio.
       *[other] { $count } personas lo recibirán cuando acaben sus horas de silencio.
    }
poll-nudging-not =
    { $count ->
        [one] A 1 persona no se le puede escribir: sin mensajes privados, en pausa o con horas de silencio hasta que se cierre.
       *[other] A { $count } personas no se les puede escribir: sin mensajes privados, en pausa o con horas de silencio hasta que se cierre.
    }
poll-nudge-nobody =
    { $count ->
        [one] 1 persona no ha votado en { $poll } y no se le puede escribir: sin mensajes privados, en pausa o con horas de silencio hasta que se cierre.
       *[other] { $count } personas no han votado en { $poll } y no se le puede escribir a ninguna: sin mensajes privados, en pausa o con horas de silencio hasta que se cierre.
    }
poll-nudge-all-voted = Ya ha votado todo el mundo que puede votar en { $poll }.
poll-nudge-not-yours = Quien propuso { $poll }, o alguien responsable, puede hacer que se avise a quien no ha votado.
poll-nudged-already = A quienes no habían votado en { $poll } ya se les escribió, el { $at }. Se hace una sola vez.
poll-vote-in-private = { $poll } es secreta y lo que se escribe aquí lo pueden leer otras personas, así que no se ha contado nada. Vota donde solo escribimos tú y yo:
poll-vote-counted = Tu voto en { $poll } se contó antes del cierre.
poll-your-vote = Tu voto: { $choice }.
poll-your-vote-again = Tu voto: { $choice }. Sustituye al anterior: { $before }.
poll-your-vote-same = Tu voto ya era { $choice }, y así se queda.
poll-vote-from = Sustituye a tu voto desde { $platform ->
    [discord] Discord
    [telegram] Telegram
    [matrix] Matrix
   *[console] la consola
}: tienes un solo voto, venga de la cuenta que venga.
poll-abstention = abstención
poll-change-until = Puedes cambiarlo hasta el { $closes }.
poll-so-far = { $poll } por ahora: { $counts }
poll-option-count = { $option } { $count }
poll-ranked-choice = { $place }. { $option }
poll-time-answer = { $option }: { $answer }

poll-won = Gana { $option }, con { $votes } de { $voted }.
poll-tied = Empate entre { $options }, con { $votes } de { $voted } cada una.
poll-won-points = Gana { $option }, con { $points ->
    [one] 1 punto
   *[other] { $points } puntos
}.
poll-won-runoff = Gana { $option }, con { $votes } de { $voted } en la última fase.
poll-won-pairs = { $option } queda primero al compararse con cada una de las demás opciones.
poll-won-time = Lo que mejor viene es { $option }: { $votes } de { $voted } pueden{ $ifneedbe ->
    [0] {""}
   *[other] , y { $ifneedbe } si hace falta
}.
poll-elected = Salen elegidas: { $options }.
poll-tied-for-seat = Salen elegidas: { $elected }. Hay empate por el puesto siguiente: { $options }.
poll-none-won = Gana ninguna de estas, con { $votes } de { $voted }: no se decide nada.
poll-not-passed = { $option } va por delante con { $votes } y necesitaba { $needed }: no se decide nada.
poll-no-quorum = { $voted ->
    [0] No ha votado nadie
    [one] Ha votado { $voted }
   *[other] Han votado { $voted }
} y hacían falta { $needed }: no se decide nada.
poll-consent-passed = Se aprueba: { $agree ->
    [one] 1 está de acuerdo
   *[other] { $agree } están de acuerdo
} y nadie bloquea.
poll-consent-blocked = No se aprueba: { $block ->
    [one] 1 bloquea
   *[other] { $block } bloquean
}.
poll-consent-waiting = No se aprueba: { $silent ->
    [one] falta 1 por hablar
   *[other] faltan { $silent } por hablar
}, y el silencio no es consentimiento.
poll-consent-nobody = No se aprueba: nadie está de acuerdo.
poll-methods-disagree = Los métodos no coinciden con estos votos:
poll-method-chooses = { $method }: { $options }
poll-method-chosen = { $options }
poll-method-first = Más primeras opciones
poll-method-runoff = Segunda vuelta instantánea
poll-method-pairs = Una por una contra todas las demás
poll-nobody-of-them = ninguna
poll-nobody = No ha votado nadie.
poll-nobody-chose = Nadie ha elegido ninguna opción; abstenciones: { $abstained }.
poll-close-sure = Una vez cerrada { $poll }, nadie la puede volver a abrir. Para cerrarla definitivamente:
poll-close-undo = Para abrirla de nuevo antes de que pasen diez minutos: { $command }

poll-button-abstain = Me abstengo
poll-button-task = Que sea una tarea
poll-button-shift = Que sea un turno
poll-button-show = Quién eligió qué
poll-became = De { $poll } sale { $works }.
poll-work-of = Decidido en { $poll }
poll-work-of-question = Decidido en { $poll }: { $question }
poll-work-done = Decidido en { $poll }, hecho: { $work } · { $title }
poll-mint-open = { $poll } está abierta hasta el { $closes }. Cuando se cierre, lo que decida puede ser una tarea o un turno.
poll-mint-nothing = De { $poll } no queda nada por hacer. { $result }
poll-mint-twice = De { $poll } ya salió { $works }.
poll-mint-no-time = Un turno necesita una hora, y { $poll } no buscaba ninguna.
poll-mint-secret = { $poll } era secreta: nadie puede saber quién dijo que sí, así que no se apunta a nadie.
poll-mint-if-need-be = { $people } { $count ->
    [one] puede venir si hace falta, y no está en la lista
   *[other] pueden venir si hace falta, y no están en la lista
}.

poll-list =
    { $count ->
        [one] Hay 1 votación abierta
       *[other] Hay { $count } votaciones abiertas
    }
poll-list-none = No hay ninguna votación abierta.

poll-one-option = Una votación necesita al menos dos opciones, y esta solo tiene «{ $option }». Si no pones ninguna, se responde sí o no.
poll-option-twice = La opción «{ $option }» aparece dos veces.
poll-quorum-form = «{ $typed }» no es un quórum: un número de personas, como 10, o una parte de quienes pueden votar, como 50%.
poll-pass-form = «{ $typed }» no es una parte: escribe un porcentaje de 1 a 100, como 60%.
poll-who-form = Quién puede votar se fija al abrir la votación: everyone, captains, un equipo o los inscritos en un turno.
poll-term-unfit = { $term } no dice nada de una votación { $kind }. Vale para { $kinds }.
poll-consent-options = Una votación por consentimiento tiene sus propias opciones: de acuerdo, me aparto, bloqueo. Pon la propuesta en la pregunta.
poll-consent-secret = Un bloqueo necesita su motivo por escrito, y un motivo dice quién lo escribió, así que no puede ser secreta. Puede quedar oculta hasta que se cierre.
poll-seats-many = { $seats } puestos para { $options } opciones no dejan nada que elegir. Pon menos puestos o más opciones.
poll-seats-one = El método { $method } cubre un puesto. Para varios: method:stv o method:meek.
poll-times-missing = Una votación que busca una hora necesita horas entre las que elegir, como: sat 10am-1pm, sun 2pm-4pm
poll-time-unread = «{ $option }» no es una hora. { $why }
poll-time-repeats = «{ $option }» se repite. Cada opción es una sola vez.
poll-time-past = «{ $option }» ya ha pasado. Cada opción está en el futuro.
poll-until-one-time = Una votación se cierra en un momento dado: un día o una hora, no un intervalo ni una repetición.
poll-until-past = El { $closes } ya ha pasado. Una votación se cierra en el futuro.
poll-unknown = En este grupo no hay ninguna votación { $poll }.
poll-taken-back = Quien propuso { $poll } la ha retirado.
poll-choice-unknown = { $poll } no tiene la opción «{ $choice }». Puedes elegir entre { $options }.
poll-choice-two = «{ $choice }» puede ser { $options }.
poll-choice-one = En { $poll } solo se puede elegir una opción, y has nombrado { $options }.
poll-rank-one = { $poll } pide una opción en cada puesto, y «{ $typed }» no es ninguna o son varias.
poll-rank-twice = { $option } está dos veces.
poll-points-range = «{ $value }» no son puntos: da de 0 a { $top }.
poll-answer-unknown = «{ $value }» no es una respuesta: di sí, quizás o no.
poll-figure-missing = { $poll } pide un número detrás de cada opción, y «{ $option }» no lo tiene.
poll-block-why = Un bloqueo necesita su motivo por escrito, así que no se ha contado nada. Di por qué:
poll-not-elector = Quién puede votar en { $poll } se fijó al abrirla, y no estás entre ellos.
poll-closed-already = { $poll } se cerró el { $closed }, así que ya no cambia nada en ella. { $result }
poll-export = Los votos de { $poll }, ordenados y sin nombres.
poll-export-count = Para volver a contarlos: { $command }
poll-export-stages = Cómo se contó { $poll }, fase por fase.
poll-export-unranked = En un archivo BLT solo caben votos por orden de preferencia, y los de { $poll } no lo son.
poll-export-one-stage = { $poll } se contó en una sola fase: su tarjeta lo dice todo.
poll-stage = Fase { $stage }, { $step }: { $counts }
poll-stage-count = { $option } { $count }
poll-export-open = { $poll } está abierta hasta el { $closes }; sus votos se pueden volver a contar cuando se cierre.
poll-export-few = { $poll } es secreta y solo tiene { $cast } votos. Un archivo con menos de { $least } podría decir quién eligió qué, así que no se da.
poll-receipt-offer = Si luego quieres hallar tu voto en el archivo: { $command }
poll-receipt = Tu comprobante en { $poll }: { $receipt }
poll-receipt-use = Está junto a tu voto en el archivo que da { $command } cuando { $poll } se ha cerrado y tiene { $least } votos o más. Si cambias tu voto, va con él.
poll-receipt-warning = No lo enseñes: mientras no se haya dado el archivo, quien vea este código podrá saber con él qué votaste, y tú podrías demostrárselo. Nadie necesita un comprobante, y nadie te lo puede exigir.
poll-receipt-no-vote = Aún no has votado en { $poll }, así que no hay voto que pueda llevar un comprobante. Vota primero.
poll-receipt-in-private = { $poll } es secreta y un comprobante es solo para ti. Pídelo donde solo escribimos tú y yo:
poll-receipt-not-secret = { $poll } no es secreta, así que no necesita comprobantes: como muy tarde cuando se cierre, aquí todo el mundo puede ver quién eligió qué.
poll-receipt-too-late = { $poll } está cerrada y sus votos ya no son de nadie, así que es tarde para un comprobante.
poll-extend-earlier = { $poll } ya está abierta hasta el { $closes }. Para terminarla antes, ciérrala.
poll-not-yours = { $poll } la puede cerrar o alargar quien la propuso o alguien responsable.

poll-undone-new = { $poll } queda retirada, como si no se hubiera propuesto.
poll-undone-vote = Tu voto en { $poll } queda retirado.
poll-undone-vote-secret = Tu voto en { $poll } queda retirado, y ahora no tienes ninguno en ella.
poll-undone-vote-again = Tu voto en { $poll } vuelve a ser { $choice }.
poll-undone-close = { $poll } vuelve a estar abierta, hasta el { $closes }.
poll-undone-extend = { $poll } vuelve a cerrarse el { $closes }.
poll-undone-mint = Lo que salió de { $poll } queda retirado.
poll-undo-voted =
    { $others ->
        [one] Ya ha votado otra persona en { $poll }, así que no se puede retirar.
       *[other] Ya han votado otras { $others } personas en { $poll }, así que no se puede retirar.
    }
poll-undo-changed = { $poll } ha cambiado desde entonces, así que esto ya no se puede deshacer.
poll-undo-past = El { $closes } ya ha pasado, así que { $poll } sigue cerrada. { $result }

audit-poll-closed = { $actor } cerró { $subject }.
audit-poll-minted = { $actor } convirtió { $subject } en trabajo.
audit-poll-nudged = { $actor } hizo avisar a quienes no habían votado en { $subject }.
audit-poll-withdrawn = { $actor } retiró { $subject }.
