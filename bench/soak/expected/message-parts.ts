import type { APIEmbed } from "discord-api-types/v10";
import type { MessageDump } from "@/bench/soak/expected/messages";
import type { Told } from "@/bench/soak/expected/told";
import { type Cells, moment, plain, type TableExpectation } from "@/bench/soak/table";
import { buttonStyleName, componentTypeName, stickerFormatName } from "@/lib/discord/components";

const present = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, plain(name)]));

/** What hangs on messages: files, embeds with their fields, mentions, components and stickers. */
export function messagePartsOf({ dump: { messages }, losses }: Told): TableExpectation[] {
	const parts = [
		part("discord_message_attachments", ["id"], messages, attachmentsOf, [
			...["position", "filename", "content_type", "size", "url", "proxy_url", "height", "width", "spoiler"],
		]),
		embeds(messages),
		fields(messages),
		part("discord_message_mentions", ["mention_type", "target_id"], messages, mentionsOf),
		part(
			"discord_message_components",
			["row_position", "component_position"],
			messages,
			({ components = [] }) => components.flatMap(componentsOf),
			["component_type", "custom_id", "button_style", "label", "url", "disabled"],
		),
		part("discord_message_stickers", ["sticker_id"], messages, stickersOf, ["name", "format_type"]),
	];
	const excuse: TableExpectation["excuse"] = ({ message_id }) => losses.ofContent(message_id ?? "");
	return parts.map((expectation) => ({ ...expectation, excuse }));
}

function part(
	table: string,
	key: readonly string[],
	messages: readonly MessageDump[],
	partsOf: (message: MessageDump) => Cells[],
	others: readonly string[] = [],
): TableExpectation {
	return {
		table,
		key: ["message_id", ...key],
		columns: present(["message_id", ...key, ...others]),
		rows: messages.flatMap((message) =>
			partsOf(message).map((cells) => ({ ...cells, message_id: message.id })),
		),
	};
}

const attachmentsOf = ({ attachments }: MessageDump): Cells[] =>
	attachments.map((file, position) => ({
		...file,
		position,
		spoiler: file.filename.startsWith("SPOILER_"),
	}));

function mentionsOf({ mentions, mention_roles, content }: MessageDump): Cells[] {
	const channels = [...content.matchAll(/<#(\d+)>/g)].map(([, id]) => id);
	const of = (mention_type: string, ids: readonly unknown[]) =>
		[...new Set(ids)].map((target_id) => ({ mention_type, target_id }));
	return [
		...of(
			"user",
			mentions.map(({ id }) => id),
		),
		...of("role", mention_roles),
		...of("channel", channels),
	];
}

const stickersOf = ({ sticker_items = [] }: MessageDump): Cells[] =>
	sticker_items.map(({ id, name, format_type }) => ({
		...{ sticker_id: id, name, format_type: stickerFormatName(format_type) },
	}));

type Component = { type: number; style?: number; components?: Component[] };

/** A row, then what is in it. */
function componentsOf(outermost: object, row: number): Cells[] {
	const { components = [] } = outermost as Component;
	return [outermost as Component, ...components].map((component, index) => ({
		...component,
		component_type: componentTypeName(component.type),
		button_style:
			component.type === 2 && component.style !== undefined ? buttonStyleName(component.style) : null,
		disabled: "disabled" in component ? component.disabled : false,
		row_position: row,
		component_position: index === 0 ? null : index - 1,
	}));
}

function embeds(messages: readonly MessageDump[]): TableExpectation {
	const expectation = part(
		"discord_message_embeds",
		["position"],
		messages,
		({ embeds: of }) => of.map(embedCells),
		[
			...["title", "embed_type", "description", "url", "color", "footer_text", "image_url"],
			...["thumbnail_url", "video_url", "provider_name", "author_name"],
		],
	);
	return { ...expectation, columns: { ...expectation.columns, timestamp: moment("timestamp") } };
}

function embedCells(embed: APIEmbed, position: number): Cells {
	const { title, type, description, url, color, timestamp, footer, image, thumbnail, video } = embed;
	return {
		...{ position, title, embed_type: type, description, url, color, timestamp },
		...{ footer_text: footer?.text, image_url: image?.url, thumbnail_url: thumbnail?.url },
		...{ video_url: video?.url, provider_name: embed.provider?.name, author_name: embed.author?.name },
	};
}

function fields(messages: readonly MessageDump[]): TableExpectation {
	return {
		...part(
			"discord_embed_fields",
			["embed", "position"],
			messages,
			({ embeds: of }) => of.flatMap(fieldCells),
			[...["name", "value", "inline"]],
		),
		source: `(SELECT f.*, e.message_id, e.position AS embed
			FROM discord_embed_fields f JOIN discord_message_embeds e ON e.id = f.embed_id)`,
	};
}

const fieldCells = ({ fields: of = [] }: APIEmbed, embed: number): Cells[] =>
	of.map(({ name, value, inline = false }, position) => ({ embed, position, name, value, inline }));
