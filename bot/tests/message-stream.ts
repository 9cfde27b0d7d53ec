import type { Frame } from "@/bot/events/handler";
import { frame } from "@/bot/tests/feed";
import {
	answer,
	attachment,
	channelId,
	command,
	embed,
	guildId,
	idAt,
	message,
	person,
	reaction,
	unicode,
} from "@/bot/tests/payloads";

const messageIds = Array.from({ length: 7 }, (_, n) => idAt(`1${n % 3}:0${n}:00.000`, n));
const interactionIds = [idAt("09:00:00.000"), idAt("09:30:00.000")];
const emojis = [unicode("👍"), unicode("🎉"), { id: "1441000000000000700", name: "wave", animated: true }];
const edits = [
	null,
	"2026-11-21T15:00:00.000001+00:00",
	"2026-11-21T15:00:00.000002+00:00",
	"2026-11-21T16:00:00+00:00",
];

type Pick = (count: number) => number;
type Maker = (pick: Pick) => [event: string, data: unknown];

function one<T>(list: readonly T[], pick: Pick): T {
	return list[pick(list.length)] as T;
}

function whole(pick: Pick): Record<string, unknown> {
	const n = pick(messageIds.length);
	const id = one(messageIds.slice(n, n + 1), pick);
	const fields = {
		content: `words ${pick(5)} <#${channelId}>`,
		edited_timestamp: one(edits, pick),
		embeds: pick(2) ? [embed(`title ${pick(3)}`)] : [],
		attachments: pick(2) ? [attachment(`14410000000000008${n}0`, `file-${pick(2)}.png`)] : [],
		mentions: pick(2) ? [person(pick(4))] : [],
		pinned: pick(4) === 0,
		...(pick(3) === 0 && {
			type: 19,
			message_reference: { message_id: messageIds[0], channel_id: channelId },
		}),
		components: pick(3)
			? []
			: [{ type: 1, components: [{ type: 2, style: 1, label: "b", custom_id: `c${pick(3)}` }] }],
	};
	return n < 2
		? answer(id, interactionIds[n] ?? "", { ...fields, flags: pick(2) * 128 })
		: message(id, person(n % 3), fields);
}

const makers: readonly Maker[] = [
	(pick) => ["MESSAGE_CREATE", { ...whole(pick), edited_timestamp: null }],
	(pick) => ["MESSAGE_CREATE", { ...whole(pick), edited_timestamp: null }],
	(pick) => ["MESSAGE_UPDATE", whole(pick)],
	(pick) => ["MESSAGE_UPDATE", whole(pick)],
	(pick) => [
		"MESSAGE_UPDATE",
		{
			id: one(messageIds, pick),
			channel_id: channelId,
			guild_id: guildId,
			embeds: [embed(`late ${pick(9)}`)],
		},
	],
	(pick) => [
		"MESSAGE_UPDATE",
		{
			id: one(messageIds, pick),
			channel_id: channelId,
			guild_id: guildId,
			content: "half",
			edited_timestamp: one(edits, pick),
		},
	],
	(pick) => (pick(3) ? deletion(pick) : bulkDeletion(pick)),
	(pick) => ["MESSAGE_REACTION_ADD", reaction(one(messageIds, pick), person(pick(4)), one(emojis, pick))],
	(pick) => ["MESSAGE_REACTION_ADD", reaction(one(messageIds, pick), person(pick(4)), one(emojis, pick))],
	(pick) => ["MESSAGE_REACTION_ADD", reaction(one(messageIds, pick), person(pick(4)), one(emojis, pick))],
	(pick) => ["MESSAGE_REACTION_REMOVE", reaction(one(messageIds, pick), person(pick(4)), one(emojis, pick))],
	(pick) => ["MESSAGE_REACTION_REMOVE", reaction(one(messageIds, pick), person(pick(4)), one(emojis, pick))],
	(pick) =>
		pick(3)
			? ["MESSAGE_REACTION_REMOVE_EMOJI", cleared(pick, one(emojis, pick))]
			: ["MESSAGE_REACTION_REMOVE_ALL", cleared(pick)],
	(pick) => ["INTERACTION_CREATE", command(one(interactionIds, pick), person(1), "rank")],
];

function deletion(pick: Pick): [string, unknown] {
	return pick(4)
		? ["TYPING_START", {}]
		: ["MESSAGE_DELETE", { id: one(messageIds, pick), channel_id: channelId, guild_id: guildId }];
}

function bulkDeletion(pick: Pick): [string, unknown] {
	if (pick(5)) return ["TYPING_START", {}];
	return [
		"MESSAGE_DELETE_BULK",
		{ ids: [one(messageIds, pick), one(messageIds, pick)], channel_id: channelId, guild_id: guildId },
	];
}

function cleared(pick: Pick, emoji?: object): object {
	return {
		message_id: one(messageIds, pick),
		channel_id: channelId,
		guild_id: guildId,
		...(emoji && { emoji }),
	};
}

/** Frames about a few messages in any order; every fourth is one that came before, heard again. */
export function randomFrames(random: () => number, count: number): Frame[] {
	const pick = (below: number) => Math.floor(random() * below);
	const made: [string, unknown][] = [];
	for (let n = 0; n < count; n++) {
		made.push(n > 3 && pick(4) === 0 ? one(made, pick) : one(makers, pick)(pick));
	}
	return made.map(([event, data]) => frame(event, data));
}
