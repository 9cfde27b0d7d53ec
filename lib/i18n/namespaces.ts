/** One file a domain under messages/<locale>/; a test compares this list with the folder. */
export const namespaces = [
	"account",
	"auth",
	"channels",
	"charts",
	"common",
	"discord",
	"errors",
	"members",
	"nav",
	"roles",
	"servers",
] as const;

export type Namespace = (typeof namespaces)[number];
