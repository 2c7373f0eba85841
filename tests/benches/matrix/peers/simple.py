"""A bot on simplematrixbotlib that says back what it is told."""

import os

import simplematrixbotlib as botlib

config = botlib.Config()
config.encryption_enabled = False
creds = botlib.Creds(os.environ["BOT_HOMESERVER"], os.environ["BOT_USER"], os.environ["BOT_PASSWORD"])
bot = botlib.Bot(creds, config)


@bot.listener.on_message_event
async def echo(room, message):
    match = botlib.MessageMatch(room, message, bot, "!")
    if match.is_not_from_this_bot() and match.prefix() and match.command("shift"):
        await bot.api.send_text_message(room.room_id, " ".join(match.args()), reply_to=message.event_id)


bot.run()
