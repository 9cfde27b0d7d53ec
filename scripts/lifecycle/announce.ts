import { PEOPLE } from "@/prisma/seed/world/people";

/** Says where Guildhall is and how to sign in. */
export function announce(address: string, demo: boolean): void {
	console.log(`\n  Guildhall is at ${address}\n`);
	if (!demo) {
		console.log(
			"  Sign in with Discord. Its application needs this redirect address (developer portal, OAuth2):",
		);
		console.log(`  ${address.replace(/\/$/, "")}/api/auth/callback/discord\n`);
		return;
	}
	const width = Math.max(...PEOPLE.map((person) => nameOf(person).length));
	console.log("  DEMO: Discord is simulated, on this machine only. Choose who you are on its page:");
	for (const person of PEOPLE) console.log(`    ${nameOf(person).padEnd(width)}  ${person.title}`);
	console.log("  For your own servers set DISCORD_CLIENT_ID and DISCORD_CLIENT_SECRET (see .env.example).\n");
}

function nameOf({ user }: (typeof PEOPLE)[number]): string {
	return user.globalName ?? user.username;
}
