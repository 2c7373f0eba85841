## Comandos

command-remind-me = Crea un recordatorio para ti, una vez o cada cierto tiempo.
command-remind-here = Crea un recordatorio para esta sala, una vez o cada cierto tiempo.
command-remind-list = Muestra tus recordatorios y los de esta sala.
command-remind-edit = Cambia un recordatorio: el texto, la hora o la regla.
command-remind-cancel = Cancela un recordatorio.
command-remind-snooze = Aplaza un recordatorio.
command-remind-pause = Pon un recordatorio en pausa.
command-remind-resume = Reanuda un recordatorio en pausa.

reminder-heading = { $reminder } · { $text }
reminder-set-me = Te lo recordaré: { $when }.
reminder-set-here = Lo recordaré en esta sala: { $when }.
reminder-nine = No has dicho la hora, así que llega a las 09:00.
reminder-by-name = Llega, con tu nombre, a la sala donde escribiste por última vez. Para recibirlo en privado, escríbeme una vez en privado.

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
reminder-missed-time-own = { $at } · { $text }
reminder-late-before = { $count ->
    [one] y 1 vez más antes de estas
   *[other] y { $count } veces más antes de estas
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
reminder-cancelled = { $reminder } queda cancelado. Para recuperarlo antes de que pasen diez minutos: { $undo }
reminder-undone = { $reminder } está como antes.
reminder-undone-set = { $reminder } queda cancelado de nuevo.
reminder-notice-cancelled = { $actor } ha cancelado tu recordatorio { $reminder } · { $text }

reminder-skips = { $reminder } no llega el { $day }. Para recuperarlo antes de que pasen diez minutos: { $undo }
reminder-ends = { $reminder } deja de llegar a partir del { $day }. Para deshacerlo antes de que pasen diez minutos: { $undo }
reminder-parted = { $reminder } termina antes del { $day }, y desde entonces sigue { $next }.
reminder-edit-nothing = Di qué quieres cambiar en { $reminder }.
reminder-edit-same = { $reminder } ya está así.
reminder-notice-changed = { $actor } ha cambiado tu recordatorio { $reminder } · { $text }

reminder-unknown = Aquí no hay ningún recordatorio { $reminder }.
reminder-is-cancelled = { $reminder } está cancelado.
reminder-is-over = { $reminder } ya llegó por última vez.
reminder-is-paused = { $reminder } ya está en pausa.
reminder-not-paused = { $reminder } no está en pausa.
reminder-missed = { $reminder } era para el { $at }, cuando estaba en pausa.
reminder-too-far = Para eso falta más de un año.
reminder-not-yours = { $reminder } lo puede cambiar { $person }, que lo creó, o alguien responsable.
reminder-past-nine = No has dicho la hora, y las 09:00 de ese día ya han pasado.
reminder-full-me = Tienes { $count } recordatorios, y ese es el límite. Cancela antes alguno.
reminder-full-here = Esta sala tiene { $count } recordatorios, y ese es el límite. Cancela antes alguno.

audit-reminder-cancelled = { $actor } canceló { $subject }.
audit-reminder-changed = { $actor } cambió { $subject }.
