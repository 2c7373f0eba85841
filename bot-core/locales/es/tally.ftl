# Recuentos, como los dicen una tarjeta y `muster tally`

## La tabla

tally-stage = Ronda
tally-quota = Cuota
tally-exhausted = Agotados
tally-lost = Perdidos en decimales
tally-marks = * elegida, - fuera del recuento
tally-grid-preferring = Cuántas personas prefieren la fila a la columna
tally-grid-paths = Fuerza del camino más fuerte de la fila a la columna

## Qué hizo una ronda

tally-step-first = primer recuento
tally-step-surplus = excedente de { $names }: { $votes }
tally-step-lowest = fuera, con menos votos: { $name }
tally-step-batch = fuera a la vez: { $names }
tally-step-runoff = segunda vuelta: { $names }
tally-step-elected = { $step }; plaza para: { $names }

## Qué rompió un empate

tally-tie = ronda { $stage }, { $about }: empatan { $names }; { $broken }
tally-tie-seat = para salir elegida
tally-tie-elimination = para salir del recuento
tally-tie-surplus = para repartir antes el excedente
tally-tie-finalist = para pasar a la segunda vuelta
tally-tie-open = nada rompe el empate, y el recuento se detiene aquí
tally-tie-earlier-stage = { $name }, por los votos de la ronda { $stage }
tally-tie-seed = { $name }, por el sorteo a partir de la semilla
tally-tie-same-winner = gana { $name }, pase la que pase
tally-tie-head-to-head = { $name }, por los resultados entre ellas
tally-tie-points = { $name }, con más puntos
tally-tie-top-scores = { $name }, con la nota máxima más veces
tally-tie-fewest-no = { $name }, con menos noes
tally-tie-earliest = { $name }, la primera en el tiempo
tally-tie-no-votes = ninguna tiene votos, así que salen todas, y el orden no cambia nada

## La imagen

poll-picture-alt = La votación en una imagen: { $said }
poll-picture-share = { $votes } · { $percent } %
poll-picture-points =
    { $points ->
        [one] 1 punto
       *[other] { $points } puntos
    }
poll-picture-first =
    { $votes ->
        [one] 1 primera opción
       *[other] { $votes } primeras opciones
    }
poll-picture-time = { $ifneedbe ->
    [0] { $votes } sí
   *[other] { $votes } sí, { $ifneedbe } si hace falta
}
