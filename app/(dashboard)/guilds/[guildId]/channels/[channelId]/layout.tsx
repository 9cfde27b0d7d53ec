import { pageParams } from "@/lib/api/page-params";
import { guildThing } from "@/lib/auth/guild-thing";
import { channelParams } from "@/lib/channels/schema";
import { channelName } from "@/lib/guilds/thing-names";

/** A channel, by name. */
const thing = guildThing("channels.read", "channels.title", (guild, params) =>
	channelName(guild, pageParams(channelParams, params).channelId),
);

export const generateMetadata = thing.generateMetadata;
export default thing.layout;
