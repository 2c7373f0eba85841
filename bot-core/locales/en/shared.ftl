# What every domain says. Keys by what they are about: hint-, list-, group-, register-, member-, team-, …

## What can be done

or-type = or type: { $command }
hint-type = Type: { $command }
hint-did-you-mean = Did you mean: { $command }
hint-did-you-mean-one = Did you mean one of these?
hint-usage = Usage: { $usage }
hint-again = Send it again
said-late = This was sent { $said }, while I was away. Send it again?

## Joining a list: "Ana, Ben and Cleo"

list-comma = { ", " }
list-and = { " and " }
# Spanish says "e" before the sound of i.
list-and-before-i = { " and " }

## The group and its register

group-none-here = There is no group here. Write to me in a room of your group, and I'll know you next time.
group-not-founded = This place has no group yet. An administrator of this place founds one with their first command.
group-founded = I founded the group "{ $group }" here, and you are its organizer. Its times are in { $zone }.
group-which = You are in more than one group. Choose the one you mean; I remember it for your private commands.
group-founded-anonymously = I founded the group "{ $group }" here. Its times are in { $zone }. You write as the place, so I don't know who you are: the next administrator who writes under their own name is its organizer.
anonymous-personal = You write as the place, so I can't tell who you are, and this is something people do under their own name. Turn off "Remain anonymous", or write to me in private.
anonymous-guest = People meet in several places of "{ $group }", and you write as one of them, so I can't tell who you are. To act in it, turn off "Remain anonymous", or write to me in private.
register-entered = You are now in the register of "{ $group }".
member-unknown = I know no member called "{ $name }" here. I know people once they have written to me in one of the group's rooms.
member-not-here = { $name } is not in the group. I know people once they have written to me in one of the group's rooms.
member-mentioned-unknown = I don't know whom you mention. I know people once they have written to me in one of the group's rooms.
member-two = Two members are called "{ $name }". Mention the one you mean, or put their full name in quotes.
former-member = a former member
team-unknown = There is no team called "{ $name }".

## Who may

forbidden-captains = Captains and organizers can do this.
forbidden-other-team = Captains of the whole group and organizers can do this. As captain of a team, you run that team's work.
forbidden-organizers = Organizers can do this.

## Buttons

action-unknown = This button is from an older card. Ask for the card again, or type the command.
action-of-another-group = This button belongs to another group's card.

## A card that is longer than a message

card-more = … and { $count } more

## A private answer to what was asked in a room

answered-in-private = I answered you in private.
start-needed = I can only answer that in private, and you have no private chat with me yet.
start-button = Open a private chat
board-not-pinned = I may not pin messages here. What is missing, and who can change it: { $doctor }

## Messages on their way

quiet-held = I kept this until your quiet hours were over.
quiet-cannot-wait = This comes in your quiet hours, because in the morning it would be too late.
pause-held = I kept this while you had paused messages.
pause-cannot-wait = You have paused messages; this comes anyway, because after the pause it would be too late.
held-until-now = I kept this for you until now.

## When something went wrong, or late

fault-apology = Something went wrong on my side, and nothing was changed. Try again in a moment; whoever runs this bot finds more under { $reference }.
possibly-repeated = (possibly repeated)
flood-wait = That was a lot at once. I listen again in { $wait }; what you typed last was not carried out.
late-was-due = This comes late: it was due { $moment }.
invitation-refused = I come only to rooms of people whom the operator of this bot has named. Ask them to add you or your server.
