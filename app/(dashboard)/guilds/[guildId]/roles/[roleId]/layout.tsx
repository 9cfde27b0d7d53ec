import { pageParams } from "@/lib/api/page-params";
import { guildThing } from "@/lib/auth/guild-thing";
import { roleName } from "@/lib/guilds/thing-names";
import { roleParams } from "@/lib/roles/schema";

/** A role, by name. */
const thing = guildThing("roles.read", "roles.title", (guild, params) =>
	roleName(guild, pageParams(roleParams, params).roleId),
);

export const generateMetadata = thing.generateMetadata;
export default thing.layout;
