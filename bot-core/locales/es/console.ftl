# Lo que la consola local dice de sí misma.

console-greeting =
    Muster { $version }, una mesa para turnos, tareas, recordatorios y votaciones.
    Escribe: help   (o :help para ver lo que puede esta consola, :quit para salir)
console-help =
    Escribe una orden como en un chat. Para verlas todas: help
    ben: shift claim S1     habla en nombre de otra persona
    :room picnic            ve a otra sala; :room @ben es la sala privada de Ben
    :clock +2h              mueve el reloj; :clock 2026-12-05 09:00 lo pone en hora; :clock run lo deja andar
    :quit                   sal; todo se guarda
console-unknown = No conozco "{ $typed }". Escribe: { $usage }
console-private-room = Esta es la sala privada de { $owner }. Escribe: :room main
console-possibly-repeated = (puede que repetido)
console-only = (solo lo ve { $account })
console-hour = { $moment }
console-clock-stands = Es { $moment }. El reloj está parado hasta que lo muevas. Para que ande: :clock run
console-clock-runs = Es { $moment }. El reloj anda.
console-clock-back = El reloj solo va hacia delante, y es { $moment }. Escribe: :clock +2h
console-clock-real-people = Aquí el reloj no se puede mover a mano: hay gente de otras plataformas en esta mesa.
console-fault = Algo ha ido mal aquí, y el registro dice qué. Nada ha quedado a medias. Inténtalo otra vez.
