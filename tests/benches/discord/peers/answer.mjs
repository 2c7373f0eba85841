// A bot on discord.js that answers one command: BOT_CACHES says what it keeps of what it is told.
import { Client, Events, GatewayIntentBits, LimitedCollection, Options } from "discord.js";

const { BOT_TOKEN, BOT_API, BOT_CACHES } = process.env;
// All whose caches may be set; the others the library calls unsupported: guilds, channels, roles, overwrites.
const settable = [
  "ApplicationCommandManager", "ApplicationEmojiManager", "AutoModerationRuleManager", "BaseGuildEmojiManager",
  "DMMessageManager", "EntitlementManager", "GuildBanManager", "GuildEmojiManager", "GuildForumThreadManager",
  "GuildInviteManager", "GuildMemberManager", "GuildMessageManager", "GuildScheduledEventManager", "GuildStickerManager",
  "GuildTextThreadManager", "MessageManager", "PresenceManager", "ReactionManager", "ReactionUserManager",
  "StageInstanceManager", "SubscriptionManager", "ThreadManager", "ThreadMemberManager", "UserManager",
  "VoiceStateManager",
];
const kept = {
  default: {},
  settable: { makeCache: Options.cacheWithLimits(Object.fromEntries(settable.map((name) => [name, 0]))) },
  nothing: { makeCache: () => new LimitedCollection({ maxSize: 0 }) },
};
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  rest: { api: `${BOT_API}/api` },
  shards: "auto",
  ...kept[BOT_CACHES],
});
client.once(Events.ClientReady, () =>
  client.application.commands.set([
    { name: "me", description: "You", options: [{ type: 1, name: "show", description: "What I know of you" }] },
  ]),
);
client.on(Events.InteractionCreate, (interaction) => interaction.reply("Here you are."));
client.login(BOT_TOKEN);
