import { Messages } from "@/components/layout/messages";
import { Conversation } from "@/components/messages/conversation";
import { ConversationHeader } from "@/components/messages/conversation-header";
import { DeleteMessage } from "@/components/orders/delete-message";
import { EditMessage } from "@/components/orders/edit-message";
import { pageParams } from "@/lib/api/page-params";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { may } from "@/lib/auth/permissions";
import { env } from "@/lib/env";
import { messageContext } from "@/lib/messages/context";
import { searchMarks } from "@/lib/messages/marks";
import { messageContextQuery, messageFilters, messageParams } from "@/lib/messages/schema";
import { readBotId } from "@/lib/orders/bot-id";

/** A message among those that were said around it. */
export default guildPage("messages.read", async ({ guild, params, search }) => {
	const { messageId } = pageParams(messageParams, params);
	const { q = "" } = pageSearch(messageFilters.pick({ q: true }), search);
	const around = await messageContext(guild, messageId, messageContextQuery.parse({}));
	const message = around.items.find(({ id, deletedAt }) => id === messageId && deletedAt === null);
	const { level } = guild.actor;
	const mayEdit = may(level, "messages.send") && message?.author.id === (await readBotId(guild));
	const of = { guildId: guild.guildId, messageId };
	const actions = message && (
		<>
			{mayEdit && <EditMessage {...of} content={message.content} />}
			{may(level, "messages.delete") && <DeleteMessage {...of} />}
		</>
	);
	return (
		<Messages namespaces={["messages", "discord", "orders"]}>
			<ConversationHeader
				guildId={guild.guildId}
				channel={around.names.channels[around.channelId]}
				action={actions}
			/>
			<Conversation {...of} cdn={env().DISCORD_CDN_URL} marks={searchMarks(q)} around={around} />
		</Messages>
	);
});
