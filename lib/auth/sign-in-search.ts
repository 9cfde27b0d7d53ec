/** Where people land when the address does not say. */
const home = "/guilds";

/**
 * The path to go to after signing in, from `?callbackUrl=`. Another site's address, a protocol-relative one or
 * anything that does not parse becomes the list of servers. So does a path that would be another site's address once
 * the origin is taken off it: `/.//evil.example` is this site's, `//evil.example` is not.
 */
export function safePath(value: string | string[] | undefined, baseUrl: string): string {
	if (typeof value !== "string" || value === "" || !URL.canParse(value, baseUrl)) return home;
	const target = new URL(value, baseUrl);
	if (target.origin !== new URL(baseUrl).origin || target.pathname === "/") return home;
	if (target.pathname.startsWith("//")) return home;
	return target.pathname + target.search + target.hash;
}

/** What can go wrong on the way to Discord and back; each has its explanation in `auth.problems`. */
export const signInProblems = ["denied", "expired", "discord", "refused", "unknown"] as const;
export type SignInProblem = (typeof signInProblems)[number];

const problemOf: Record<string, SignInProblem> = {
	AccessDenied: "denied",
	OAuthCallback: "expired",
	OAuthCallbackError: "expired",
	Callback: "discord",
	OAuthSignin: "discord",
	OAuthCreateAccount: "discord",
	Signin: "discord",
	OAuthAccountNotLinked: "refused",
	Verification: "expired",
	SessionRequired: "expired",
};

/** next-auth's error code as one of the problems that the page explains; nothing when there is none. */
export function signInProblem(value: string | string[] | undefined): SignInProblem | null {
	if (typeof value !== "string" || value === "") return null;
	return Object.hasOwn(problemOf, value) ? (problemOf[value] ?? "unknown") : "unknown";
}
