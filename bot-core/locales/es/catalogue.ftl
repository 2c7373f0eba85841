# Lo que se dice de palabras que no son ningún comando y de argumentos que no encajan. Las frases de cada comando
# (command-…) están con su ámbito.

## No hay tal comando

input-empty = No he leído ninguna palabra. Escribe un comando y me pongo con él.
input-unknown = No conozco «{ $words }».
input-area = A «{ $area }» le falta otra palabra. Estos son sus comandos:
input-too-long = Ese mensaje tiene { $length } caracteres; leo hasta { $max }.

## Argumentos que no encajan

input-example = Por ejemplo: { $command }
input-missing = Falta <{ $name }>.
input-surplus = No sé qué hacer con «{ $words }».
input-twice = «{ $name }» aparece dos veces.
input-no-value = A «{ $name }» le falta un valor.
input-option-unknown = No conozco la opción «{ $name }:». Dentro de un texto, ponla entre comillas.
input-reference = <{ $name }>: «{ $typed }» no es una referencia. Una referencia es, por ejemplo, { $example }.
input-reference-kind = { $typed } es { $kind ->
    [shift] un turno
    [task] una tarea
    [poll] una votación
    [broadcast] un aviso
   *[reminder] un recordatorio
}. Este comando necesita { $wanted ->
    [shift] un turno
    [task] una tarea
    [poll] una votación
    [broadcast] un aviso
   *[reminder] un recordatorio
}, por ejemplo { $example }.
input-text-long = <{ $name }> tiene { $length } caracteres; el máximo es { $max }.
input-control = <{ $name }> tiene caracteres que no se pueden mostrar. Escríbelo de nuevo a mano.
input-one-line = <{ $name }> tiene que ir en una sola línea.
input-choice = <{ $name }>: «{ $typed }» no está entre { $choices }.
input-number = <{ $name }>: «{ $typed }» no es un número entero de { $min } a { $max }.
input-too-few = <{ $name }>: como mínimo, { $min }.
input-too-many = <{ $name }>: son { $given }; como máximo, { $max }.
option-member = alguien de este servidor
option-member-name = o alguien por su nombre, esté donde esté
option-role = un rol de este servidor
option-team = el nombre de un equipo
option-several = uno o varios, separados por comas
form-field = Se trata del campo «{ $field }».
form-again = Lo que has rellenado, como comando para corregirlo y enviarlo de nuevo: { $command }

## Ayuda

command-help = Muestra lo que sé hacer o cómo funciona un comando.
help-title = Lo que sé hacer aquí
help-go-on = Escribe «help» y una de estas palabras para ver sus comandos, o «help» y un comando entero para ver cómo funciona.
help-unknown = No hay ningún comando ni tema «{ $topic }».
help-reference = una referencia, por ejemplo { $example }
help-when = una fecha u hora, por ejemplo «sat 10am-1pm», «tomorrow 17:00» o «every tue 18:30»
help-duration = una duración, por ejemplo «2h» o «3 days»
help-text = un texto de hasta { $max } caracteres
help-word = una palabra, o varias entre comillas, de hasta { $max } caracteres
help-choice = uno de estos valores: { $choices }
help-number = un número entero de { $min } a { $max }
help-member = un miembro: su mención o su nombre, entre comillas si tiene varias palabras
help-zone = una zona horaria o una ciudad, por ejemplo «Europe/Madrid» o «Nueva York»
help-audience = para quién es: everyone (todo el grupo), captains (responsables), team:Norte, roster:S12 (quienes están en el turno), unconfirmed:S12 (quienes no lo han confirmado) o nonvoters:P4 (quienes no han votado)
help-team = el nombre de un equipo, entre comillas si tiene varias palabras

## Para qué sirve cada tema

area-shift = Turnos: publícalos, apúntate, mira quién va.
area-task = Tareas: qué hay que hacer y quién se encarga.
area-remind = Recordatorios, para ti o para esta sala.
area-broadcast = Avisos: escribir a mucha gente a la vez y saber a quién ha llegado.
area-poll = Votaciones: pregunta algo al grupo y cuenta las respuestas.
area-me = Lo que sé de ti, y tus ajustes.
area-group = El grupo: quién está, quién hace qué, sus ajustes y los lugares donde se reúne.
area-team = Los equipos del grupo.
