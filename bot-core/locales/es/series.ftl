# Lo que se repite: sus fechas, y a cuáles se refiere un cambio.

series-which = { $subject } se repite, y todavía no ha cambiado nada. ¿A qué fechas te refieres?
series-dates-one = { $typed } · solo esta fecha
series-dates-later = { $typed } · esta fecha y todas las posteriores
series-dates-all = { $typed } · todas las que vienen
series-button-one = Solo esta fecha
series-button-later = Esta y las posteriores
series-button-all = Todas las fechas
series-line = ↻ { $rule } · próximas:
series-line-last = ↻ { $rule } · ninguna fecha más

course-coming = { $rule }, { $clock } { $zone }, próximas fechas: { $dates }
course-coming-but = { $rule }, { $clock } { $zone }, próximas fechas: { $dates }; menos el { $skipped }
course-last = { $rule }, { $clock } { $zone }, ninguna fecha más
course-moved = en lugar del { $from }
course-own-text = texto propio
course-own-title = título propio
course-no-date = { $subject } no tiene ninguna fecha el { $day }. Tiene estas: { $dates }.
course-ended = A { $subject } no le quedan fechas.
course-is-skipped = { $subject } ya se salta el { $day }.
course-full = { $subject } tiene { $count } fechas fuera de lo normal, y ese es el límite. Cambia mejor la regla.
course-not-turned = Los días de { $subject } no se pueden mover así todos. Di la regla entera.
course-over = El { $at } ya ha pasado.
course-repeats-not = { $subject } no se repite, así que tiene una sola fecha.
course-one-time = Una fecha tiene una sola hora: una repetición es para dates:later o dates:all.
course-was-last = Era la última fecha.
course-was-last-of = { $count ->
    [one] Era la única fecha.
   *[other] Era la última de { $count }.
}
