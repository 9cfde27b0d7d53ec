import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { MemberMessages } from "@/components/members/member-messages";
import type { GuildScope } from "@/lib/auth/scope";
import { env } from "@/lib/env";
import { listMessages } from "@/lib/messages/data";
import { listMessagesQuery } from "@/lib/messages/schema";

/** How many of the newest are shown; the messages' own page has all of them. */
const SHOWN = 25;

/** A member's newest messages that were not deleted. */
export async function memberMessages(guild: GuildScope, userId: string): Promise<ReactNode> {
	const t = await getTranslations("members.messages");
	const query = listMessagesQuery.parse({ author: userId, limit: SHOWN });
	const { items, names } = await listMessages(guild, query);
	return (
		<MemberMessages
			messages={items}
			resolve={{ guildId: guild.guildId, cdn: env().DISCORD_CDN_URL, ...names }}
			all={{ href: `/guilds/${guild.guildId}/messages?author=${userId}`, label: t("all") }}
		/>
	);
}
