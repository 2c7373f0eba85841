"""A bot on python-telegram-bot that says back what it is told, on uvloop, to some at a time."""

import os

import uvloop
from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

# How many are told at a time, and a connection for each: with more of them it gets less done on a server that answers at
# once (it was tried with 4, 8, 16, 64 and 256, with and without uvloop).
AT_ONCE = 4
# In seconds. With the library's own five it gives answers up on a busy machine, and people wait in vain.
PATIENCE = 60


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.reply_text(update.message.text)


uvloop.install()
bot = (
    ApplicationBuilder()
    .token(os.environ["BOT_TOKEN"])
    .base_url(os.environ["BOT_API"] + "/bot")
    .concurrent_updates(AT_ONCE)
    .connection_pool_size(AT_ONCE)
    .pool_timeout(PATIENCE)
    .connect_timeout(PATIENCE)
    .read_timeout(PATIENCE)
    .write_timeout(PATIENCE)
    .build()
)
bot.add_handler(MessageHandler(filters.TEXT, echo))
bot.run_polling()
