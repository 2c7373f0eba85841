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
