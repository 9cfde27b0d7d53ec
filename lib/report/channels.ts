/** The stored types of channels that a report can be posted to. */
export const postableTypes: readonly string[] = ["guild_text", "guild_announcement"];
