/** Pages of analytics with what narrows them, beside those that are found from the file tree. */
export const narrowedPages = [
	"?channel={channelId}",
	"?kind=people",
	"?kind=bots",
	"?kind=people&role={roleId}",
	"/commands?channel={channelId}",
	"/growth?kind=people",
	"/growth?kind=bots",
	"/voice?channel={channelId}",
	"/voice?kind=people",
	"/voice?kind=bots",
	"/moderation?moderator={userId}",
	"/moderation?type=WARN",
	"/moderation?moderator={userId}&type=WARN",
	"/support?channel={channelId}",
	"/support?assignee={userId}",
	"/support?channel={channelId}&assignee={userId}",
].map((narrowed) => `/guilds/{guildId}/analytics${narrowed}`);
