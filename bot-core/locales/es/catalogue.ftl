# Lo que se dice de palabras que no son ninguna orden y de argumentos que no encajan. Las frases de cada orden
# (command-…) están con su ámbito.

## No hay tal orden

input-empty = No leí ninguna palabra. Escribe una orden y me pongo con ella.
input-unknown = No conozco «{ $words }».
input-area = A «{ $area }» le falta otra palabra. Estas son sus órdenes:
input-too-long = Ese mensaje tiene { $length } caracteres; leo hasta { $max }.

## Argumentos que no encajan

input-example = Por ejemplo: { $command }
input-missing = Falta <{ $name }>.
input-surplus = No sé qué hacer ahí con «{ $words }».
input-twice = «{ $name }» está dos veces.
input-no-value = A «{ $name }» le falta un valor.
input-option-unknown = No conozco la opción «{ $name }:». Dentro de un texto, ponla entre comillas.
input-reference = <{ $name }>: «{ $typed }» no es una referencia. Una referencia es como { $example }.
input-reference-kind = { $typed } es { $kind ->
    [shift] un turno
    [task] una tarea
    [poll] una votación
   *[reminder] un recordatorio
}. Esta orden va con { $wanted ->
    [shift] un turno
    [task] una tarea
    [poll] una votación
   *[reminder] un recordatorio
}, como { $example }.
input-text-long = <{ $name }> tiene { $length } caracteres; puede tener { $max }.
input-control = <{ $name }> tiene caracteres que no se pueden mostrar. Escríbelo de nuevo a mano.
input-one-line = <{ $name }> tiene que ir en una sola línea.
input-choice = <{ $name }>: «{ $typed }» no es ninguna de estas: { $choices }.
input-number = <{ $name }>: «{ $typed }» no es un número entero de { $min } a { $max }.
input-too-few = Tiene que haber al menos { $min } de <{ $name }>.
input-too-many = Hay { $given } de <{ $name }>; puede haber { $max }.

## Ayuda

command-help = Te digo qué sé hacer o cómo funciona una orden.
help-title = Lo que sé hacer aquí
help-go-on = Escribe "help" y una de estas palabras para ver sus órdenes, o una orden entera para ver cómo funciona.
help-unknown = No hay ninguna orden ni tema «{ $topic }».
help-reference = una referencia, como { $example }
help-when = una hora, como "sat 10am-1pm", "tomorrow 17:00" o "every tue 18:30"
help-duration = una duración, como "2h" o "3 days"
help-text = texto de hasta { $max } caracteres
help-word = una palabra, o varias entre comillas, de hasta { $max } caracteres
help-choice = una de estas: { $choices }
help-number = un número entero de { $min } a { $max }
help-member = un miembro: una mención o su nombre, entre comillas si tiene varias palabras
help-zone = una zona horaria o una ciudad, como "Europe/Madrid" o "New York"
help-team = el nombre de un equipo, entre comillas si tiene varias palabras

## Para qué sirve cada tema

area-shift = Turnos: publícalos, toma una plaza, mira quién va.
area-task = Tareas: qué hay que hacer y quién lo tiene.
area-remind = Recordatorios, para ti o para esta sala.
area-poll = Votaciones: pregunta algo al grupo y cuenta las respuestas.
area-me = Lo que sé de ti y tus ajustes.
area-group = El grupo: quién está, sus papeles y ajustes, los lugares donde se reúne.
area-team = Los equipos del grupo.
