import type { World } from "@/prisma/seed/world/types";
import { userShape } from "./user";

/** Someone has to own the application: the person who runs the bot. */
function ownerOf(world: World) {
	const owner = world.people.find((person) => person.key === "operator") ?? world.people[0];
	return owner ? userShape(owner.user) : userShape(world.application.bot);
}

/** The application as a user that authorizes it may see it. */
export function applicationShape(world: World, clientId: string) {
	return {
		id: clientId,
		name: world.application.name,
		icon: null,
		description: world.application.description,
		type: null,
		bot_public: true,
		bot_require_code_grant: false,
		/** An Ed25519 public key signs interactions; nothing here sends any. */
		verify_key: "0".repeat(64),
		flags: 0,
		flags_new: "0",
	};
}

/** The application as its own bot sees it. */
export function privateApplicationShape(world: World, clientId: string, redirectUris: string[]) {
	return {
		...applicationShape(world, clientId),
		bot: userShape(world.application.bot),
		owner: ownerOf(world),
		team: null,
		redirect_uris: redirectUris,
		interactions_endpoint_url: null,
		role_connections_verification_url: null,
		approximate_guild_count: world.guilds.filter((guild) => guild.bot === "present").length,
		approximate_user_install_count: 0,
		approximate_user_authorization_count: world.people.length,
		explicit_content_filter: 0,
		eligible_oauth2_scopes: [
			"identify",
			"email",
			"guilds",
			"guilds.members.read",
			"bot",
			"applications.commands",
		],
	};
}
