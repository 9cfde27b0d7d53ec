import { z } from "zod";
import { NO_GUILD } from "@/lib/discord/snowflake";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { BrokenFile } from "@/lib/import/broken-file";
import { isTimestamp } from "@/lib/import/scalars";

const instant = z.string().refine(isTimestamp, "expected a time with its offset");
const name = z.string().nullish();

/** No category is absent, null, empty or "0" with a made-up name, by the version of the exporter. */
const categoryId = z
	.union([z.literal(["", "0"]), snowflake])
	.nullish()
	.transform((id) => (id === "" || id === "0" ? null : (id ?? null)));

const guildShape = z.object({
	id: z.union([z.literal(NO_GUILD), snowflake]),
	name: z.string(),
	iconUrl: name,
});
const channelShape = z.object({
	id: snowflake,
	type: z.string(),
	/** The parent channel when this one is a thread. */
	categoryId,
	category: name,
	name: z.string(),
	topic: name,
	iconUrl: name,
});

const shapes = {
	guild: guildShape,
	channel: channelShape,
	dateRange: z.object({ after: instant.nullish(), before: instant.nullish() }).nullish(),
	exportedAt: instant.nullish(),
	messageCount: z.number().int().min(0).nullish(),
} as const;

export type ExportGuild = z.infer<typeof guildShape>;
export type ExportChannel = z.infer<typeof channelShape>;

/** What a file says about itself outside its messages. */
export type ExportHead = {
	guild: ExportGuild;
	channel: ExportChannel;
	/** When the file was made; files from before July 2023 do not say. */
	exportedAt: string | null;
	messageCount: number | null;
};

/** Collects the members around the messages and says which of them is wrong or missing. */
export class HeadReader {
	private readonly head: Partial<ExportHead> = {};

	/** @throws BrokenFile at the member's value when it has another shape than the exporter writes */
	take(member: { name: string; value: unknown; offset: number }): void {
		const { name, value, offset } = member;
		if (name === "guild") this.head.guild = check(shapes.guild, name, value, offset);
		else if (name === "channel") this.head.channel = check(shapes.channel, name, value, offset);
		else if (name === "dateRange") check(shapes.dateRange, name, value, offset);
		else if (name === "exportedAt")
			this.head.exportedAt = check(shapes.exportedAt, name, value, offset) ?? null;
		else if (name === "messageCount") {
			this.head.messageCount = check(shapes.messageCount, name, value, offset) ?? null;
		}
	}

	/**
	 * @param end of the file, in bytes
	 * @throws BrokenFile when what every export has is missing
	 */
	finish(end: number, hasMessages: boolean): ExportHead {
		const { guild, channel, exportedAt = null, messageCount = null } = this.head;
		if (!guild || !channel || !hasMessages) {
			const missing = guild ? (channel ? "messages" : "channel") : "guild";
			throw new BrokenFile(end, `this is not a DiscordChatExporter file: it has no "${missing}"`);
		}
		return { guild, channel, exportedAt, messageCount };
	}
}

function check<T>(shape: z.ZodType<T>, name: string, value: unknown, offset: number): T {
	const result = shape.safeParse(value);
	if (result.success) return result.data;
	const issue = result.error.issues[0];
	const path = [name, ...(issue?.path ?? [])].join(".");
	throw new BrokenFile(offset, `${path}: ${issue?.message ?? "has another shape"}`);
}
