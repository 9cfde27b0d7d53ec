/** One file a domain under messages/<locale>/; a test compares this list with the folder. */
export const namespaces = [
	"access",
	"account",
	"analytics",
	"audit",
	"auth",
	"cases",
	"channels",
	"charts",
	"commands",
	"common",
	"config",
	"discord",
	"errors",
	"export",
	"fleet",
	"members",
	"messages",
	"nav",
	"orders",
	"overview",
	"roles",
	"servers",
] as const;

export type Namespace = (typeof namespaces)[number];
