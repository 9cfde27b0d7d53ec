import type { Random } from "../random";
import { snowflakeAt } from "../snowflake";
import type { WorldChannel, WorldGuild } from "../world/types";
import type { AttachmentDraft, EmojiDraft, MessageDraft } from "./draft";

const UNICODE = ["👍", "❤️", "😂", "🎉", "👀", "🔥", "🙏", "😮", "💯", "🐙", "✅", "🤔"];
const SLUGS = [
	"harbour-night",
	"walk-cycle",
	"tileset",
	"menu-mockup",
	"screenshot",
	"boss-room",
	"before-after",
	"sprite-sheet",
	"map",
	"title-screen",
];

/** Share of messages with a picture or file, by the channel's theme. */
const FILES: Readonly<Record<string, number>> = {
	art: 0.3,
	showcase: 0.34,
	sound: 0.16,
	running: 0.09,
	retro: 0.2,
	jam: 0.06,
	"off-topic": 0.06,
};

export type Decorator = (message: MessageDraft, channel: WorldChannel, audience: readonly string[]) => void;

type File = Omit<AttachmentDraft, "id" | "filename"> & { extension: string };

const PLAIN = { description: null, width: null, height: null, seconds: null };

function video(random: Random): File {
	const size = { width: 1280, height: 720, size: random.int(900_000, 24_000_000) };
	return { ...PLAIN, ...size, extension: "mp4", contentType: "video/mp4", seconds: random.int(4, 60) };
}

function picture(random: Random): File {
	const scale = random.pick([1, 2, 3]);
	const size = { width: 640 * scale, height: 360 * scale, size: random.int(9_000, 2_400_000) };
	const description = random.chance(0.25) ? "A view of the harbour at night" : null;
	return { ...PLAIN, ...size, extension: "png", contentType: "image/png", description };
}

function fileFor(random: Random, theme: string | null): File {
	if (theme === "sound") {
		const seconds = random.int(6, 190);
		return { ...PLAIN, extension: "ogg", contentType: "audio/ogg", size: seconds * 16_000, seconds };
	}
	if (random.chance(0.12)) return video(random);
	if (theme !== "code") return picture(random);
	return {
		...PLAIN,
		extension: "log",
		contentType: "text/plain; charset=utf-8",
		size: random.int(800, 90_000),
	};
}

function attachment(random: Random, message: MessageDraft, theme: string | null): AttachmentDraft {
	const { extension, ...file } = fileFor(random, theme);
	const filename = `${random.pick(SLUGS)}-${random.int(1, 99)}.${extension}`;
	return { ...file, id: snowflakeAt(message.at, random.int(0, 0x3fffff)), filename };
}

function addReactions(
	random: Random,
	message: MessageDraft,
	guild: WorldGuild,
	audience: readonly string[],
	likely: number,
): void {
	if (!random.chance(likely)) return;
	const kinds = random.chance(0.25) ? 2 : 1;
	const emojis: EmojiDraft[] = random.sample(
		[
			...UNICODE.map((name) => ({ id: null, name, animated: false })),
			...guild.emojis.map(({ id, name, animated }) => ({ id, name, animated })),
			...(likely > 0.25 ? [{ id: null, name: "⭐", animated: false }] : []),
		],
		kinds,
	);
	for (const emoji of emojis) {
		const count = Math.min(1 + Math.floor(random.logNormal(likely > 0.25 ? 2.2 : 1, 0.9)), 14);
		message.reactions.push({ emoji, userIds: random.sample(audience, count), unknown: 0 });
	}
}

function addLinks(random: Random, message: MessageDraft): void {
	const url = /https:\/\/[^\s)]+/.exec(message.content)?.[0];
	if (url === undefined) return;
	const { hostname, pathname } = new URL(url);
	const title = (pathname.split("/").pop() ?? hostname).replaceAll("-", " ");
	message.embeds.push({
		type: "link",
		title: title.charAt(0).toUpperCase() + title.slice(1),
		description: random.pick([
			"A practical introduction with examples.",
			"Notes from a talk, with slides.",
			"Reference and frequent mistakes.",
		]),
		url,
		color: null,
		footer: null,
		provider: hostname,
		author: null,
		fields: [],
	});
}

/** Adds what makes messages more than text: files, reactions, stickers, links, mentions, edits, deletions. */
export function decorator(random: Random, guild: WorldGuild, end: number): Decorator {
	return (message, channel, audience) => {
		const theme = channel.theme;
		if (random.chance(FILES[theme ?? ""] ?? 0.012))
			message.attachments.push(attachment(random, message, theme));
		addLinks(random, message);
		addReactions(random, message, guild, audience, theme === "showcase" || theme === "art" ? 0.34 : 0.1);
		if (guild.stickers.length > 0 && random.chance(0.006)) {
			message.stickerIds.push(random.pick(guild.stickers).id);
			message.content = "";
		}
		if (random.chance(0.05) && message.content.length > 30) {
			message.editedAt = Math.min(message.at + Math.floor(random.logNormal(70_000, 1)), end);
			if (random.chance(0.3)) message.content += " (edit: typo)";
		}
		if (random.chance(0.011))
			message.deletedAt = Math.min(message.at + Math.floor(random.logNormal(400_000, 1.6)), end);
		if (random.chance(0.0009)) message.pinned = true;
	};
}
