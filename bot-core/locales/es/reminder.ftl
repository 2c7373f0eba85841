## Órdenes

command-remind-me = Recuérdame algo, una o muchas veces.
command-remind-here = Recuerda algo a esta sala, una o muchas veces.
command-remind-list = Lista mis recordatorios y los de esta sala.
command-remind-cancel = Cancela un recordatorio.
command-remind-snooze = Aplaza un recordatorio.
command-remind-pause = Pon en pausa un recordatorio.
command-remind-resume = Reanuda un recordatorio en pausa.

reminder-heading = { $reminder } · { $text }
reminder-set-me = Te lo recuerdo: { $when }.
reminder-set-here = Lo recuerdo en esta sala: { $when }.
reminder-nine = No dijiste la hora, así que llega a las 09:00.
reminder-by-name = Llega en la sala donde escribiste por última vez, con tu nombre. Para recibirlo en privado, escríbeme una vez en privado.

reminder-comes = Llega: { $when }
reminder-comes-again = Aplazado hasta el { $at }
reminder-paused-line = En pausa
reminder-in-room = Para una sala

reminder-button-snooze = Aplazar 1 h
reminder-button-pause = Pausar
reminder-button-resume = Reanudar
reminder-button-cancel = Cancelar

reminder-late = Llega tarde: era para el { $at }.
reminder-late-several = Llega tarde, una sola vez por todas las que se me pasaron:
reminder-missed-time = { $at }
reminder-late-before = { $count ->
    [one] y 1 vez antes de estas
   *[other] y { $count } veces antes de estas
}

reminder-list = { $count ->
    [one] 1 recordatorio
   *[other] { $count } recordatorios
}
reminder-list-none = No hay recordatorios tuyos ni de esta sala.
reminder-list-more = { $count ->
    [one] Y 1 más.
   *[other] Y { $count } más.
}

reminder-snoozed = { $reminder } llega el { $at }.
reminder-paused = { $reminder } está en pausa.
reminder-resumed = { $reminder } vuelve a estar activo. Llega el { $at }.
reminder-cancelled = { $reminder } queda cancelado. Para recuperarlo en los próximos diez minutos: { $undo }
reminder-undone = { $reminder } está como antes.
reminder-undone-set = { $reminder } queda cancelado de nuevo.
reminder-notice-cancelled = { $actor } canceló tu recordatorio { $reminder } · { $text }

reminder-unknown = Aquí no hay { $reminder }.
reminder-is-cancelled = { $reminder } está cancelado.
reminder-is-over = { $reminder } ya llegó por última vez.
reminder-is-paused = { $reminder } ya está en pausa.
reminder-not-paused = { $reminder } no está en pausa.
reminder-missed = { $reminder } era para el { $at }, mientras estaba en pausa.
reminder-too-far = Eso queda a más de un año.
reminder-not-yours = { $reminder } lo pueden cambiar { $person }, que lo puso, y quienes coordinan.
reminder-past-nine = No dijiste la hora, y las 09:00 de ese día ya pasaron.
reminder-full-me = Tienes { $count } recordatorios, y ese es el límite. Cancela uno primero.
reminder-full-here = Esta sala tiene { $count } recordatorios, y ese es el límite. Cancela uno primero.

audit-reminder-cancelled = { $actor } canceló { $subject }.
