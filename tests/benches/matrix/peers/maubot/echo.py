"""A plugin of maubot that says back what it is told."""

from maubot import MessageEvent, Plugin
from maubot.handlers import command


class Echo(Plugin):
    @command.new("shift")
    @command.argument("rest", pass_raw=True)
    async def echo(self, event: MessageEvent, rest: str) -> None:
        await event.reply(rest)
