import type { GatewayReadyDispatchData } from "discord-api-types/v10";
import { GatewayIntentBits } from "discord-api-types/v10";
import { guildCreate } from "../shapes/guild-create";
import { currentUserShape, noFlags } from "../shapes/user";
import type { Gateway } from "./gateway";
import type { Session } from "./session";

/** What a new session receives first: who it is, which guilds will come, and then each of them. */
export function welcome(gateway: Gateway, session: Session, clientId: string): void {
	const { core } = gateway;
	const { intents, shard, largeThreshold } = session.settings;
	const guilds = gateway.guildsOf(shard);
	session.push("READY", JSON.stringify(readyData(gateway, session, clientId)));
	if ((intents & GatewayIntentBits.Guilds) === 0) return;
	for (const guild of guilds) {
		const data = guildCreate(core, guild, largeThreshold);
		const mayKnow = (intents & GatewayIntentBits.GuildMembers) !== 0;
		const members = mayKnow ? data.members : data.members.filter(({ user }) => user.id === core.botId);
		session.push("GUILD_CREATE", JSON.stringify({ ...data, members }));
	}
}

function readyData(gateway: Gateway, session: Session, clientId: string): GatewayReadyDispatchData {
	const { world, users, botId } = gateway.core;
	const bot = users.get(botId);
	if (!bot) throw new Error("the bot has no account");
	const [shard, count] = session.settings.shard;
	return {
		v: 10,
		user: { ...currentUserShape(bot, world.application.bot.locale, null), email: null } as typeof bot,
		guilds: gateway.guildsOf(session.settings.shard).map(({ id }) => ({ id, unavailable: true })),
		session_id: session.id,
		resume_gateway_url: gateway.url,
		shard: [shard, count],
		application: { id: clientId, flags: noFlags, flags_new: "0" },
	};
}
