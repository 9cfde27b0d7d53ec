import { database } from "./login";

/** Texts that exist in one guild only, long enough not to occur by chance. */
const texts = `
	SELECT name AS text FROM discord_guilds WHERE id = $1
	UNION ALL (SELECT DISTINCT content FROM discord_messages WHERE guild_id = $1 AND length(content) > 40 LIMIT 300)
	UNION ALL (SELECT case_reason FROM cases WHERE guild_id = $1 LIMIT 300)
	UNION ALL (SELECT note_content FROM notes WHERE guild_id = $1 LIMIT 300)
	UNION ALL (SELECT topic FROM discord_channels WHERE guild_id = $1 AND topic IS NOT NULL)
	UNION ALL (SELECT u.username FROM discord_guild_members m JOIN discord_users u ON u.id = m.user_id
		WHERE m.guild_id = $1 AND NOT EXISTS (
			SELECT 1 FROM discord_guild_members o WHERE o.user_id = m.user_id AND o.guild_id <> $1)
		LIMIT 300)`;

/** What must not be found in any answer to somebody from outside the guild: names, messages, reasons, notes. */
export async function privateTexts(guildId: string, otherGuildId: string): Promise<string[]> {
	const [own, other] = await Promise.all(
		[guildId, otherGuildId].map((id) => database<{ text: string }>(texts, [id])),
	);
	const shared = new Set(other?.map(({ text }) => text));
	return (own ?? []).map(({ text }) => text).filter((text) => text.length >= 10 && !shared.has(text));
}

/** Which of the texts stand in an answer, as themselves or as JSON or HTML writes them. */
export function leaked(answer: string, secrets: string[]): string[] {
	const spellings = (text: string) => [text, JSON.stringify(text).slice(1, -1), escapeHtml(text)];
	return secrets.filter((text) => spellings(text).some((spelling) => answer.includes(spelling)));
}

function escapeHtml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll("'", "&#x27;")
		.replaceAll('"', "&quot;");
}

/** How often each guild's data was changed through the application. */
export async function changeCount(): Promise<number> {
	const [row] = await database<{ count: number }>("SELECT count(*)::int AS count FROM dashboard_changes");
	return row?.count ?? 0;
}
