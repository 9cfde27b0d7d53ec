import { tellVoice, voiceState } from "@/bot/events/decode-voice";
import { type EventHandler, handler } from "@/bot/events/handler";
import { snowflake } from "@/lib/discord/snowflake-schema";

const state = handler(
	voiceState.extend({ guild_id: snowflake.nullish() }),
	({ guild_id, ...data }, tables, { frame }) => {
		// A call between people belongs to no guild.
		if (guild_id) tellVoice(tables, guild_id, data, frame.receivedAt);
	},
);

export const voiceEvents = { VOICE_STATE_UPDATE: state } satisfies Record<string, EventHandler>;
