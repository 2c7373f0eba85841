// A bot on grammY that says back what it is told: updates are fetched and handled beside each other by its own runner.
import { Bot } from "grammy";
import { run } from "@grammyjs/runner";

const { BOT_TOKEN, BOT_API } = process.env;
const bot = new Bot(BOT_TOKEN, { client: { apiRoot: BOT_API } });
bot.on("message:text", (context) => context.reply(context.msg.text));
run(bot);
