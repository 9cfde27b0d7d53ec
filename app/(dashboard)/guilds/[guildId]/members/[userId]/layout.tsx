import { pageParams } from "@/lib/api/page-params";
import { guildThing } from "@/lib/auth/guild-thing";
import { memberName } from "@/lib/guilds/thing-names";
import { memberParams } from "@/lib/members/profile-schema";

/** A member, by name. */
const thing = guildThing("members.read", "members.title", (guild, params) =>
	memberName(guild, pageParams(memberParams, params).userId),
);

export const generateMetadata = thing.generateMetadata;
export default thing.layout;
