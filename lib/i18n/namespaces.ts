/** One file a domain under messages/<locale>/; a test compares this list with the folder. */
export const namespaces = [
	"account",
	"auth",
	"charts",
	"common",
	"discord",
	"errors",
	"nav",
	"servers",
] as const;

export type Namespace = (typeof namespaces)[number];
