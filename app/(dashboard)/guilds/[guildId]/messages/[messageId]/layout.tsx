import { getTranslations } from "next-intl/server";
import { pageParams } from "@/lib/api/page-params";
import { guildThing } from "@/lib/auth/guild-thing";
import { channelOfMessage } from "@/lib/messages/context";
import { messageParams } from "@/lib/messages/schema";

/** A message, which has no name. */
const thing = guildThing("messages.read", "messages.title", async (guild, params) => {
	await channelOfMessage(guild, pageParams(messageParams, params).messageId);
	const t = await getTranslations("messages.context");
	return t("title");
});

export const generateMetadata = thing.generateMetadata;
export default thing.layout;
