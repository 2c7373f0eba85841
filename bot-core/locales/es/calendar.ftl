# Archivos de calendario: lo que se importa y se exporta.

# El título de un evento que no tiene ninguno.
calendar-untitled = Sin título
# El nombre del calendario propio de alguien.
calendar-own = Mis turnos
# Quien administra el bot, donde el registro nombra a quien actuó.
calendar-operator = operador
audit-calendar-imported = { $actor } importó un archivo de calendario.
