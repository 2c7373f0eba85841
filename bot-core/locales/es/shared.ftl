# Lo que dicen todos los ámbitos.

## Qué se puede hacer

or-type = o escribe: { $command }
hint-type = Escribe: { $command }
hint-did-you-mean = ¿Querías decir { $command }?
hint-did-you-mean-one = ¿Querías decir alguna de estas?
hint-usage = Uso: { $usage }

## Unir una lista: "Ana, Ben y Cleo"

list-comma = { ", " }
list-and = { " y " }
list-and-before-i = { " e " }

## El grupo y su registro

group-none-here = Aquí no hay ningún grupo. Escríbeme en una sala de tu grupo y la próxima vez te reconoceré.
group-not-founded = Este lugar aún no tiene grupo. Lo funda, con su primera orden, alguien que administre este lugar.
group-founded = He fundado aquí el grupo «{ $group }», y tú lo organizas. Sus horas van en { $zone }.
group-which = Estás en más de un grupo. Escríbeme en una sala del que quieras decir.
register-entered = Ya estás en el registro de «{ $group }».
member-unknown = No conozco a nadie aquí que se llame «{ $name }». Conozco a quien me ha escrito alguna vez en una sala del grupo.
member-two = Hay dos personas que se llaman «{ $name }». Menciona a la que quieras decir, o pon su nombre completo entre comillas.
team-unknown = No hay ningún equipo que se llame «{ $name }».

## Quién puede

forbidden-captains = Esto lo pueden hacer quienes capitanean u organizan.
forbidden-organizers = Esto lo pueden hacer quienes organizan.

## Botones

action-unknown = Este botón es de una tarjeta antigua. Pide la tarjeta de nuevo o escribe la orden.
action-of-another-group = Este botón es de la tarjeta de otro grupo.

## Mensajes en camino

quiet-held = Guardé esto hasta el final de tus horas de silencio.
quiet-cannot-wait = Te llega en tus horas de silencio porque por la mañana sería tarde.

## Cuando algo falla o llega tarde

fault-apology = Algo ha fallado por mi parte y no se ha cambiado nada. Vuelve a probar dentro de un momento; quien mantiene este bot encontrará más con la referencia { $reference }.
late-was-due = Esto llega tarde: tocaba { $moment }.
