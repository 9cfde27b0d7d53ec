import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FormerMember } from "@/components/members/former-member";
import { MemberActivity } from "@/components/members/member-activity";
import { MemberCommands } from "@/components/members/member-commands";
import { MemberPermissions } from "@/components/members/member-permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { choosableChannels } from "@/lib/channels/data";
import { memberActivity, recentExecutions } from "@/lib/members/history";
import type { MemberProfile, MemberTab } from "@/lib/members/profile-schema";
import { explainIfThere } from "@/lib/roles/explain";
import { memberMessages } from "./member-messages";
import { memberRecord } from "./member-record";

type Choice = { member: MemberProfile; tab: MemberTab; channel: string | undefined };

/** Reads and draws the open part of a profile, inside the page's scope. */
export async function memberTab(guild: GuildScope, { member, tab, channel }: Choice): Promise<ReactNode> {
	const t = await getTranslations("members");
	const base = `/guilds/${guild.guildId}`;
	switch (tab) {
		case "record":
			return memberRecord(guild, member.id);
		case "commands":
			return (
				<MemberCommands
					guildId={guild.guildId}
					executions={await recentExecutions(guild, member.id)}
					all={{ href: `${base}/commands/executions?user=${member.id}`, label: t("commands.all") }}
				/>
			);
		case "messages":
			return memberMessages(guild, member.id);
		case "activity":
			return <MemberActivity weeks={await memberActivity(guild, member.id)} />;
		case "permissions":
			if (member.leftAt) return <FormerMember />;
			return (
				<MemberPermissions
					channels={await choosableChannels(guild)}
					explained={await explainIfThere(guild, { member: member.id }, channel)}
				/>
			);
	}
}
