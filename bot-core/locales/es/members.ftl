# Quién está en un grupo: la lista, salir y expulsar, volver, y a qué grupo se refiere alguien en privado.

## Los comandos, en una línea

command-group-members = Muestra quién está en el grupo, con funciones y equipos.
command-group-use = Elige a cuál de tus grupos te refieres en privado, o míralos todos.
command-group-leave = Sal del grupo.
command-group-remove = Saca a alguien del grupo.
help-group = un grupo tuyo: su nombre, o su número en la lista, por ejemplo «#2»

## group members

members-heading = { $group } · { $count ->
    [one] { $count } miembro
   *[other] { $count } miembros
}
members-line = { $member } · { $role ->
    [organizer] organiza
    [captain] responsable
   *[member] miembro
}
members-line-teams = { $member } · { $role ->
    [organizer] organiza
    [captain] responsable
   *[member] miembro
} · equipos: { $teams }
members-more = { $count } más en la página siguiente
members-no-page = La lista de miembros tiene { $pages ->
    [one] una página
   *[other] { $pages } páginas
}.

## group use

group-use-heading = { $count ->
    [one] Estás en un grupo
   *[other] Estás en { $count } grupos
}
group-use-line = { $number } · { $group } · { $role ->
    [organizer] organizas
    [captain] responsable
   *[member] miembro
} · se reúne en: { $places }
group-use-is-chosen = al que te refieres en privado
group-use-chosen = En privado, tus comandos son ahora para «{ $group }».
group-use-already = En privado, tus comandos ya son para «{ $group }».
group-use-several = { $count } de tus grupos se llaman «{ $name }». Elige por número; la lista los distingue.
group-use-unknown = No estás en ningún grupo que se llame «{ $name }».
me-chosen-group = En privado, tus comandos son para «{ $group }» · para cambiarlo: { $change }
me-no-chosen-group = En privado te pregunto a qué grupo te refieres · para elegir uno: { $change }

## Salir y sacar a alguien

leave-asks = Saldrías de «{ $group }». No se puede deshacer; tu próximo comando en una de sus salas te haría entrar de nuevo, como miembro sin más.
leave-asks-last = No queda nadie más en «{ $group }». Si sales, el grupo descansa con todo lo que tiene, hasta que alguien que administre uno de sus lugares escriba allí un comando.
leave-button = Salir
leave-left = Has salido de «{ $group }».
remove-asks = Esto saca a { $member } de «{ $group }». No se puede deshacer, y { $member } solo volvería si alguien que organiza lo permite.
remove-button = Sacar
remove-removed = { $member } ya no está en «{ $group }».
remove-way-back = Para que { $member } vuelva a entrar: { $again }
remove-oneself = No puedes sacarte a ti; puedes salir.
remove-told = { $by } te ha sacado de «{ $group }». Tus próximos turnos allí quedan libres, y ya no te recordaré nada de ese grupo.
going-would-end = Con eso termina:
going-ended = Con eso ha terminado:
going-shifts = Plazas o lista de espera: { $shifts }
going-tasks = Tareas, devueltas: { $tasks }
going-reminders = { $count ->
    [one] { $count } recordatorio personal
   *[other] { $count } recordatorios personales
}
going-broadcasts = No se enviará: { $broadcasts }.
going-ballots = { $count ->
    [one] { $count } voto en una votación abierta
   *[other] { $count } votos en votaciones abiertas
}

## En la puerta

register-returned = Estás otra vez en el registro de «{ $group }», como miembro.
register-removed = Alguien que organiza te sacó de «{ $group }». Puede dejarte volver: { $again }
register-empty = En el registro de «{ $group }» no hay nadie. Lo despierta, con un comando, alguien que administre este lugar.
register-woken = En el registro de «{ $group }» no había nadie. Ahora lo organizas tú.

## Dejar volver a alguien

readmit-done = { $member } está otra vez en «{ $group }», { $role ->
    [organizer] y lo organiza
    [captain] como responsable
   *[member] como miembro
}.
readmit-told = { $by } te deja volver a «{ $group }». Allí { $role ->
    [organizer] organizas el grupo
    [captain] eres responsable
   *[member] eres miembro
}.
undo-readmit = Deshecho: { $member } ya no está en «{ $group }».

## El registro de auditoría

audit-member-left = { $actor } salió del grupo.
audit-member-removed = { $actor } sacó a { $person } del grupo.
audit-member-readmitted = { $actor } dejó volver a { $person }.
