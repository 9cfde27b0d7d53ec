import type { MessageNames } from "./view-schema";

/** A message in one line of plain text: names in place of ids, for the line above its reply. */
export function previewText(content: string, { users, roles, channels }: MessageNames): string {
	return content
		.replace(/<@!?(\d{7,19})>/g, (_, id: string) => `@${users[id]?.name ?? id}`)
		.replace(/<@&(\d{7,19})>/g, (_, id: string) => `@${roles[id]?.name ?? id}`)
		.replace(/<#(\d{7,19})>/g, (_, id: string) => `#${channels[id]?.name ?? id}`)
		.replace(/<a?(:\w{1,32}:)\d{7,19}>/g, "$1")
		.replace(/\s+/g, " ");
}
