import { EmbedType, MessageFlags } from "discord-api-types/v10";
import { weighted } from "@/prisma/seed/random";
import type { MessageInput } from "../../state/compose";
import type { Act, Scene } from "../scene";

type Speech = Partial<MessageInput>;

/** How people write, with weights as on a busy server. */
const manners: readonly (readonly [weight: number, add: (scene: Scene, channelId: string) => Speech])[] = [
	[64, () => ({})],
	[18, reply],
	[7, (scene, channelId) => ({ content: `<@${scene.somebody()}> ${scene.words(channelId)}` })],
	[4, attachment],
	[3, (scene) => ({ stickerIds: scene.random.sample([...scene.guild.stickers.keys()], 1) })],
	[1, poll],
	[
		1,
		(scene, channelId) => ({
			content: `<@&${scene.random.pick([...scene.guild.roles.keys()])}> ${scene.words(channelId)}`,
		}),
	],
	[1, () => ({ flags: MessageFlags.SuppressNotifications })],
];
const pickManner = weighted(manners, ([weight]) => weight);

/** Somebody writes, mostly where others have just written. */
export const speak: Act = (scene) => {
	const channelId = place(scene);
	if (channelId === undefined) return false;
	const [, add] = pickManner(scene.random);
	const content = scene.words(channelId, scene.random.chance(0.2));
	const speech = { authorId: scene.somebody(), content, ...add(scene, channelId) };
	scene.remember(scene.state.messages.create(channelId, speech));
	return true;
};

function place(scene: Scene): string | undefined {
	if (scene.random.chance(0.7)) {
		const last = scene.recent();
		if (last) return last.fields.channel_id;
	}
	const open = [...scene.guild.threads.values()].filter(({ fields }) => !fields.thread_metadata.archived);
	if (open.length > 0 && scene.random.chance(0.2)) return scene.random.pick(open).fields.id;
	const channels = scene.channels(0);
	return channels.length > 0 ? scene.random.pick(channels) : undefined;
}

function reply(scene: Scene, channelId: string): Speech {
	const answered = scene.recent(({ fields }) => fields.channel_id === channelId);
	return answered ? { replyTo: answered.fields.id } : {};
}

function attachment(scene: Scene, channelId: string): Speech {
	const id = scene.state.core.ids.next();
	const [filename, content_type] = scene.random.pick([
		["screenshot.png", "image/png"],
		["build.mp4", "video/mp4"],
		["log.txt", "text/plain"],
	] as const);
	const url = `https://cdn.discordapp.com/attachments/${channelId}/${id}/${filename}`;
	const size = scene.random.int(2_000, 4_000_000);
	const picture = content_type === "image/png" && { width: 1280, height: 720 };
	return { attachments: [{ id, filename, content_type, size, url, proxy_url: url, ...picture }] };
}

function poll(scene: Scene): Speech {
	const answers = ["Yes", "No", "Maybe"].map((text, index) => ({
		answer_id: index + 1,
		poll_media: { text },
	}));
	const expiry = scene.state.core.time(scene.state.now() + 86_400_000);
	const question = { text: scene.words("", true).slice(0, 300) };
	return { content: "", poll: { question, answers, expiry, allow_multiselect: false, layout_type: 1 } };
}

/** Somebody posts a link; Discord reads the page and shows it a moment later. */
export const link: Act = (scene) => {
	const channelId = place(scene);
	if (channelId === undefined) return false;
	const url = `https://example.org/${scene.random.int(1, 9_999)}`;
	const content = `${scene.words(channelId)} ${url}`;
	const message = scene.state.messages.create(channelId, { authorId: scene.somebody(), content });
	scene.remember(message);
	scene.later(scene.random.int(80, 900), () => {
		if (message.deletedAt !== null || !scene.isPlace(channelId)) return;
		const embed = {
			type: EmbedType.Link,
			url,
			title: "A page about it",
			description: scene.words(channelId),
		};
		scene.state.messages.unfurl(channelId, message.fields.id, [embed]);
	});
	return true;
};

/** Somebody mends what they wrote. */
export const edit: Act = (scene) => {
	const message = scene.recent(({ fields }) => !fields.author.bot && fields.content !== "");
	if (!message) return false;
	const { channel_id, id, author, content } = message.fields;
	scene.state.messages.edit(
		channel_id,
		id,
		{ content: `${content.slice(0, 1_900)} (edit: ${scene.words(channel_id)})`.slice(0, 2_000) },
		author.id,
	);
	return true;
};

/** Somebody takes their words back. */
export const takeBack: Act = (scene) => {
	const message = scene.recent(({ fields }) => !fields.author.bot);
	if (!message) return false;
	const { channel_id, id, author } = message.fields;
	scene.state.messages.delete(channel_id, id, { userId: author.id });
	return true;
};

/** A pin, or an end to one. */
export const pin: Act = (scene) => {
	const message = scene.recent();
	if (!message) return false;
	const { channel_id, id, pinned } = message.fields;
	scene.state.messages.setPinned(channel_id, id, !pinned, scene.moderator());
	return true;
};
