import type { Frame } from "@/bot/events/handler";
import type { Chance } from "@/bot/tests/chance";
import { Cast } from "@/bot/tests/story/cast";
import { eventFrame, interestFrame } from "@/bot/tests/story/gatherings";
import { guildFrame, wholeGuild } from "@/bot/tests/story/guild";
import { guilds } from "@/bot/tests/story/names";
import { banFrame, chunkFrame, memberFrame, voiceFrame } from "@/bot/tests/story/people";
import { channelFrame, threadFrame } from "@/bot/tests/story/places";
import { inviteFrame, listFrame, roleFrame } from "@/bot/tests/story/things";

const common = [memberFrame, voiceFrame, channelFrame, interestFrame] as const;
const rare = [
	...[roleFrame, threadFrame, eventFrame, listFrame, banFrame, inviteFrame],
	...[guildFrame, chunkFrame],
] as const;

/** Plausible frames of two guilds in a random order, with parts of their payloads left out. */
export class GuildStory {
	readonly #cast: Cast;

	constructor(chance: Chance) {
		this.#cast = new Cast(chance);
	}

	frames(count: number): Frame[] {
		const begin = guilds.map((guild) => this.#in(guild, wholeGuild));
		return [...begin, ...Array.from({ length: count }, () => this.#next())];
	}

	#in(guild: string, tell: (cast: Cast) => Frame): Frame {
		this.#cast.guild = guild;
		return tell(this.#cast);
	}

	#next(): Frame {
		const { chance } = this.#cast;
		const kinds: readonly [(cast: Cast) => Frame, ...((cast: Cast) => Frame)[]] = chance.yes(0.6)
			? common
			: rare;
		return this.#in(chance.pick(guilds), chance.pick(kinds));
	}
}
