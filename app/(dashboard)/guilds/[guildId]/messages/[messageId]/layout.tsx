import type { ReactNode } from "react";
import { pageParams } from "@/lib/api/page-params";
import { refusedIsNotFound } from "@/lib/auth/guild-page";
import { inGuild } from "@/lib/auth/scope";
import { channelOfMessage } from "@/lib/messages/context";
import { messageParams } from "@/lib/messages/schema";

type Props = { params: Promise<{ guildId: string; messageId: string }>; children: ReactNode };

/** Answers 404 for a message that is not here before the loading state is streamed, which says 200. */
export default async function MessageLayout({ params, children }: Props) {
	const { guildId, ...rest } = await params;
	await refusedIsNotFound(() =>
		inGuild(guildId, "messages.read", (guild) =>
			channelOfMessage(guild, pageParams(messageParams, rest).messageId),
		),
	);
	return children;
}
