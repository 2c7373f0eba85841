# Lo que la consola local dice de sí misma.

console-greeting =
    Muster { $version }: turnos, tareas, recordatorios y votaciones para tu grupo.
    Escribe: help   (o :help para ver lo que se puede hacer en esta consola, :quit para salir)
console-help =
    Escribe un comando como en un chat. Para verlos todos: help
    ben: shift claim S1     habla en nombre de otra persona
    :room picnic            ve a otra sala; :room @ben es la sala privada de Ben
    :clock +2h              adelanta el reloj; :clock 2026-12-05 09:00 lo pone en hora; :clock run lo pone en marcha
    :quit                   sal; todo queda guardado
console-unknown = No conozco «{ $typed }». Escribe: { $usage }
console-private-room = Esta es la sala privada de { $owner }. Escribe: :room main
console-only = (solo lo ve { $account })
console-hour = { $moment }
console-clock-stands = Ahora es { $moment }. El reloj está parado hasta que lo muevas. Para ponerlo en marcha: :clock run
console-clock-runs = Ahora es { $moment }. El reloj está en marcha.
console-clock-back = El reloj solo va hacia delante, y ahora es { $moment }. Escribe: :clock +2h
console-clock-real-people = Aquí no puedes mover el reloj a mano: lo comparte gente de otras plataformas.
console-fault = Algo ha fallado aquí, y el registro del programa dice qué. Nada ha quedado a medias. Vuelve a intentarlo.
