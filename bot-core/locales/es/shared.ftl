# Lo que dicen todos los ámbitos.

## Qué se puede hacer

or-type = o escribe: { $command }
hint-type = Escribe: { $command }
hint-did-you-mean = ¿Querías decir { $command }?
hint-did-you-mean-one = ¿Querías decir alguno de estos?
hint-usage = Uso: { $usage }
hint-again = Enviar de nuevo
said-late = Esto se envió el { $said }, cuando yo no estaba. ¿Lo envías de nuevo?

## Unir una lista: "Ana, Ben y Cleo"

list-comma = { ", " }
list-and = { " y " }
list-and-before-i = { " e " }

## El grupo y su registro

group-none-here = Aquí no hay ningún grupo. Escríbeme en una sala de tu grupo y la próxima vez te reconoceré.
group-not-founded = Este lugar aún no tiene grupo. Lo funda, con su primer comando, alguien que administre el lugar.
group-founded = He fundado aquí el grupo «{ $group }», y tú lo organizas. Zona horaria: { $zone }.
group-which = Estás en más de un grupo. Elige al que te refieres; lo recordaré para tus comandos en privado.
group-founded-anonymously = He fundado aquí el grupo «{ $group }». Zona horaria: { $zone }. Escribes en nombre del lugar, así que no sé quién eres: lo organizará la próxima persona que administre el lugar y escriba con su nombre.
anonymous-personal = Escribes en nombre del lugar, así que no sé quién eres, y esto se hace con nombre propio. Desactiva «Permanecer en el anonimato» o escríbeme en privado.
anonymous-guest = «{ $group }» se reúne en varios lugares y tú escribes en nombre de uno de ellos, así que no sé quién eres. Para actuar en el grupo, desactiva «Permanecer en el anonimato» o escríbeme en privado.
register-entered = Ya estás en el registro de «{ $group }».
member-unknown = Aquí no conozco a nadie que se llame «{ $name }». Conozco a quien me ha escrito alguna vez en una sala del grupo.
member-not-here = { $name } no está en el grupo. Conozco a quien me ha escrito alguna vez en una sala del grupo.
member-mentioned-unknown = No conozco a quien mencionas. Conozco a quien me ha escrito alguna vez en una sala del grupo.
member-two = Hay dos personas que se llaman «{ $name }». Menciona a la que quieras, o pon su nombre completo entre comillas.
former-member = alguien que ya no está
team-unknown = No hay ningún equipo que se llame «{ $name }».

## Quién puede

forbidden-captains = Esto lo pueden hacer responsables y quienes organizan el grupo.
forbidden-other-team = Esto lo pueden hacer responsables de todo el grupo y quienes lo organizan. Como responsable de un equipo, llevas el trabajo de ese equipo.
forbidden-organizers = Esto lo pueden hacer quienes organizan el grupo.

## Botones

action-unknown = Este botón es de una tarjeta antigua. Pide la tarjeta de nuevo o escribe el comando.
action-of-another-group = Este botón es de la tarjeta de otro grupo.

## Una tarjeta más larga que un mensaje

card-more = … y { $count } más

## Una respuesta privada a lo que se preguntó en una sala

answered-in-private = Te he respondido en privado.
start-needed = A eso solo puedo responder en privado, y todavía no tienes un chat privado conmigo.
start-button = Abrir un chat privado
board-not-pinned = No puedo fijar mensajes aquí. Qué falta y quién puede cambiarlo: { $doctor }

## Mensajes en camino

quiet-held = Lo he guardado hasta el final de tus horas de silencio.
quiet-cannot-wait = Te llega en tus horas de silencio porque por la mañana ya sería tarde.
pause-held = Lo he guardado mientras tenías los mensajes en pausa.
pause-cannot-wait = Tienes los mensajes en pausa; este llega de todos modos porque después de la pausa ya sería tarde.
held-until-now = Te lo he guardado hasta ahora.

## Cuando algo falla o llega tarde

fault-apology = Algo ha fallado por mi parte y no ha cambiado nada. Inténtalo de nuevo en un momento; quien mantiene este bot encontrará más con la referencia { $reference }.
possibly-repeated = (quizá repetido)
flood-wait = Eso ha sido mucho de golpe. Vuelvo a escuchar en { $wait }; lo último que escribiste no se ha hecho.
late-was-due = Esto llega tarde: tocaba el { $moment }.
invitation-refused = Solo entro en salas de quienes haya indicado la persona que administra este bot. Pídele que te añada a ti o a tu servidor.
