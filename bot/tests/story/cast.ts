import type { Frame } from "@/bot/events/handler";
import type { Chance } from "@/bot/tests/chance";
import { frame } from "@/bot/tests/feed";
import { guilds, idsOf, names, words } from "@/bot/tests/story/names";

/** What the frames of a story share: chance, the guild that is spoken of, and the ids that never come back. */
export class Cast {
	readonly chance: Chance;
	readonly dead = new Set<string>();
	guild: string = guilds[0];

	constructor(chance: Chance) {
		this.chance = chance;
	}

	get ids() {
		return idsOf(this.guild);
	}

	readonly pick = <T>(from: readonly [T, ...T[]]): T => this.chance.pick(from);
	readonly part = (of: Record<string, unknown>) => this.chance.part(of);
	readonly some = <T>(from: readonly T[], probability?: number) => this.chance.some(from, probability);
	readonly yes = (probability?: number) => this.chance.yes(probability);
	readonly below = (limit: number) => this.chance.below(limit);

	/** A frame of the guild. */
	frame(event: string, data: object): Frame {
		return frame(event, { guild_id: this.guild, ...data });
	}

	person(id: string): object {
		const { pick, part } = this;
		return {
			id,
			...part({ username: pick(words), global_name: pick(names), avatar: pick(names), bot: false }),
		};
	}

	membership(): Record<string, unknown> {
		const { chance } = this;
		return {
			nick: chance.pick(names),
			roles: chance.some(this.ids.roles.filter((role) => !this.dead.has(role))),
			joined_at: `202${Math.floor(chance.below(6))}-03-04T05:06:07.123456+00:00`,
			communication_disabled_until: chance.pick([null, "2026-12-01T00:00:00+00:00"]),
			premium_since: chance.pick([null, "2026-01-01T00:00:00+00:00"]),
			pending: chance.yes(),
			flags: Math.floor(chance.below(8)),
		};
	}

	/** A member as a list names them. */
	listed(id: string): object {
		return { user: this.person(id), ...this.part(this.membership()) };
	}
}
