"""A bot on python-telegram-bot that says back what it is told, on uvloop, to many at a time."""

import os

import uvloop
from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

# All that are told at a time, and a connection for each.
AT_ONCE = 512


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.reply_text(update.message.text)


uvloop.install()
bot = (
    ApplicationBuilder()
    .token(os.environ["BOT_TOKEN"])
    .base_url(os.environ["BOT_API"] + "/bot")
    .concurrent_updates(AT_ONCE)
    .connection_pool_size(AT_ONCE)
    .pool_timeout(60)
    .build()
)
bot.add_handler(MessageHandler(filters.TEXT, echo))
bot.run_polling()
