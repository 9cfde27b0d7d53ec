import { pageParams } from "@/lib/api/page-params";
import { auditParams } from "@/lib/audit/schema";
import { guildThing } from "@/lib/auth/guild-thing";
import { entryNumber } from "@/lib/guilds/thing-names";

/** An entry of a log, by its number. */
const thing = guildThing("audit.read", "audit.detail.title", (guild, params) =>
	entryNumber(guild, pageParams(auditParams, params)),
);

export const generateMetadata = thing.generateMetadata;
export default thing.layout;
