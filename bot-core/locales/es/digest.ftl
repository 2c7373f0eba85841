# El resumen de la mañana: lo que trae el día.

digest-heading = Tu día en «{ $group }» · { $day }
digest-shifts = Tus turnos:
digest-confirmed = has confirmado
digest-unconfirmed = aún sin confirmar
digest-tasks = Tus tareas:
digest-polls = Votaciones en las que no has votado:
digest-poll = { $poll } · { $question } · abierta hasta el { $closes }
digest-short = Aún falta gente en los próximos días:
