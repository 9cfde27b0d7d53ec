import type { ReactNode } from "react";
import { ChannelAccess } from "@/components/channels/channel-access";
import { ChannelOverwrites } from "@/components/channels/channel-overwrites";
import { ThreadTable } from "@/components/channels/thread-table";
import type { GuildScope } from "@/lib/auth/scope";
import {
	type ChannelDetail,
	type ChannelTab,
	type HolderQuery,
	listThreadsQuery,
} from "@/lib/channels/schema";
import { listThreads } from "@/lib/channels/threads";
import { env } from "@/lib/env";
import { foundOrNull } from "@/lib/errors";
import { memberProfile } from "@/lib/members/profile";
import { listRoles } from "@/lib/roles/data";
import { explainPermissions, type PermissionHolder } from "@/lib/roles/explain";

type Choice = { channel: ChannelDetail; tab: ChannelTab; holder: HolderQuery };

/** Reads and draws the open part of a channel's page, inside the page's scope. */
export async function channelTab(guild: GuildScope, { channel, tab, holder }: Choice): Promise<ReactNode> {
	switch (tab) {
		case "overwrites":
			return <ChannelOverwrites guildId={guild.guildId} channel={channel} cdn={env().DISCORD_CDN_URL} />;
		case "threads":
			return (
				<ThreadTable
					guildId={guild.guildId}
					channelId={channel.id}
					first={await listThreads(guild, channel.id, listThreadsQuery.parse({}))}
				/>
			);
		case "access":
			return access(guild, channel, holder);
	}
}

async function access(guild: GuildScope, channel: ChannelDetail, asked: HolderQuery): Promise<ReactNode> {
	const roles = await listRoles(guild);
	const role = roles.find(({ id }) => id === asked.role) ?? roles.find(({ id }) => id === guild.guildId);
	const member = asked.member ? await foundOrNull(memberProfile(guild, asked.member)) : null;
	const subject: PermissionHolder = asked.member
		? { member: asked.member }
		: { role: role?.id ?? guild.guildId };
	const holder = asked.member
		? { kind: "member" as const, id: asked.member, name: member?.name ?? asked.member }
		: { kind: "role" as const, id: role?.id ?? guild.guildId, name: role?.name ?? "@everyone" };
	return (
		<ChannelAccess
			guildId={guild.guildId}
			roles={roles}
			holder={holder}
			explained={await foundOrNull(explainPermissions(guild, subject, channel.id))}
			channelType={channel.type}
		/>
	);
}
