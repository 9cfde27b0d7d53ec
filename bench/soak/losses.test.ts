import { describe, expect, test } from "vitest";
import { MessageLosses } from "@/bench/soak/losses";
import { snowflakeFromTime } from "@/lib/discord/snowflake";

const BEGIN = Date.UTC(2026, 0, 1);
const SECOND = 1_000;

/** The id of a message that was written so many seconds after the beginning. */
const at = (seconds: number) => snowflakeFromTime(new Date(BEGIN + seconds * SECOND));
const message = (seconds: number, { channel = "1", deleted = false, emojis = 0 } = {}) => ({
	id: at(seconds),
	channel_id: channel,
	deleted_at: deleted ? new Date(BEGIN).toISOString() : null,
	reactions: Array.from({ length: emojis }, () => ({
		...{ count: 1, me: false, me_burst: false, burst_colors: [] },
		...{ count_details: { burst: 0, normal: 1 }, emoji: { id: null, name: "👍" } },
	})),
});
/** Something of the message was missed at that second. */
const missed = (of: Record<string, number>) => (thing: string) => {
	const seconds = of[thing];
	return seconds === undefined ? undefined : BEGIN + seconds * SECOND;
};
const none = new Set<string>();

describe("what Discord no longer tells of messages", () => {
	test("is nothing of one that it shows", () => {
		const [first, second] = [message(1), message(2)];
		const lost = {
			[`message:${first.id}`]: 10,
			[`made:message:${second.id}`]: 10,
			[`message:${second.id}`]: 10,
		};
		const losses = new MessageLosses([first, second], none, missed(lost));
		expect(losses.ofContent(first.id)).toBeUndefined();
		expect(losses.ofCreation(second.id)).toBeUndefined();
		expect(losses.ofSwap(first.id)).toBeUndefined();
	});

	test("is nothing of one of which all was heard", () => {
		const deleted = message(1, { deleted: true });
		const losses = new MessageLosses([deleted], new Set(["1"]), missed({}));
		expect(losses.ofCreation(deleted.id)).toBeUndefined();
		expect(losses.ofContent(deleted.id)).toBeUndefined();
		expect(losses.ofDeletion(deleted.id)).toBeUndefined();
	});

	test("is what a deleted one said, and not that it is deleted", () => {
		const deleted = message(2, { deleted: true });
		const losses = new MessageLosses(
			[message(1), deleted],
			none,
			missed({ [`message:${deleted.id}`]: 10, [`made:message:${deleted.id}`]: 9 }),
		);
		expect(losses.ofContent(deleted.id)).toMatch("deleted before");
		expect(losses.ofCreation(deleted.id)).toMatch("deleted before");
		expect(losses.ofDeletion(deleted.id)).toBeUndefined();
	});

	test("is the deletion of everything that was in a channel", () => {
		const deleted = message(1, { deleted: true });
		const others = [message(0, { channel: "2" }), message(20)];
		const losses = new MessageLosses([deleted, ...others], none, missed({ [`message:${deleted.id}`]: 10 }));
		expect(losses.ofDeletion(deleted.id)).toMatch("nothing from before");
	});

	test("is everything of a channel that is gone", () => {
		const said = message(1, { channel: "9" });
		const losses = new MessageLosses([said], new Set(["9"]), missed({ [`message:${said.id}`]: 10 }));
		expect(losses.ofContent(said.id)).toMatch("channel is gone");
	});

	test("is what lies a thousand messages back when the session is lost", () => {
		const old = message(0);
		const later = Array.from({ length: 1_000 }, (_, index) => message(index + 1));
		const all = [old, ...later];
		const thing = `message:${old.id}`;
		expect(new MessageLosses(all, none, missed({ [thing]: 2_000 })).ofContent(old.id)).toMatch("thousand");
		expect(new MessageLosses(all, none, missed({ [thing]: 999 })).ofContent(old.id)).toBeUndefined();
	});

	test("is who reacted in another's place, where twenty newer emojis are looked at first", () => {
		const old = message(0, { emojis: 1 });
		const newer = message(1, { emojis: 20 });
		const lost = missed({ [`message:${old.id}`]: 10, [`message:${newer.id}`]: 10 });
		const losses = new MessageLosses([old, newer], none, lost);
		expect(losses.ofSwap(old.id)).toMatch("as many others");
		expect(losses.ofSwap(newer.id)).toBeUndefined();
	});
});
