/** The ids that a text mentions, in Discord's syntax. */
export type Mentioned = { users: string[]; roles: string[]; channels: string[]; emojis: string[] };

const pattern = /<(@[!&]?|#|a?:\w{1,32}:)(\d{7,19})>/g;

/** Every `<@id>`, `<@&id>`, `<#id>` and `<:name:id>` in some texts, each id once. Linear in their length. */
export function mentionedIn(texts: readonly string[]): Mentioned {
	const found = { users: new Set<string>(), roles: new Set<string>(), channels: new Set<string>() };
	const emojis = new Set<string>();
	for (const text of texts) {
		for (const [, sign = "", id = ""] of text.matchAll(pattern)) {
			if (sign === "@&") found.roles.add(id);
			else if (sign === "#") found.channels.add(id);
			else if (sign.startsWith("@")) found.users.add(id);
			else emojis.add(id);
		}
	}
	return {
		users: [...found.users],
		roles: [...found.roles],
		channels: [...found.channels],
		emojis: [...emojis],
	};
}
