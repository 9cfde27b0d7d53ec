import { ChannelFacts } from "@/components/channels/channel-facts";
import { ChannelHeading } from "@/components/channels/channel-heading";
import { ChannelTabs } from "@/components/channels/channel-tabs";
import { ExportMenu } from "@/components/layout/export/export-menu";
import { Messages } from "@/components/layout/messages";
import { WriteMessage } from "@/components/orders/write-message";
import { Card, CardBody } from "@/components/ui/card";
import { pageParams } from "@/lib/api/page-params";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { may } from "@/lib/auth/permissions";
import { readChannel } from "@/lib/channels/data";
import { channelPageSearch, channelParams } from "@/lib/channels/schema";
import { holdsMessages } from "@/lib/discord/channels";
import { channelTab } from "./channel-tab";

export default guildPage("channels.read", async ({ guild, params, search }) => {
	const { channelId } = pageParams(channelParams, params);
	const { tab = "access", ...holder } = pageSearch(channelPageSearch, search);
	const channel = await readChannel(guild, channelId);
	const content = await channelTab(guild, { channel, tab, holder });
	const maySend = may(guild.actor.level, "messages.send") && holdsMessages(channel.type);
	const mayRead = may(guild.actor.level, "messages.read");
	return (
		<Messages namespaces={["channels", "discord", "orders"]}>
			<div className="flex flex-wrap items-center justify-between gap-x-4 max-md:pb-3">
				<ChannelHeading channel={channel} />
				{maySend ? <WriteMessage guildId={guild.guildId} channel={channel} /> : null}
			</div>
			<div className="flex flex-col gap-4 md:flex-row">
				<Card className="shrink-0 self-start max-md:w-full md:w-72">
					<CardBody>
						<ChannelFacts guildId={guild.guildId} channel={channel} mayRead={mayRead} />
					</CardBody>
				</Card>
				<div className="min-w-0 flex-1">
					<ChannelTabs guildId={guild.guildId} channel={channel} current={tab}>
						{tab === "threads" ? (
							<ExportMenu guildId={guild.guildId} list={`channels/${channelId}/threads`} />
						) : null}
					</ChannelTabs>
					{content}
				</div>
			</div>
		</Messages>
	);
});
