/** One file a domain under messages/<locale>/; a test compares this list with the folder. */
export const namespaces = [
	"account",
	"auth",
	"cases",
	"channels",
	"charts",
	"common",
	"discord",
	"errors",
	"members",
	"messages",
	"nav",
	"roles",
	"servers",
] as const;

export type Namespace = (typeof namespaces)[number];
