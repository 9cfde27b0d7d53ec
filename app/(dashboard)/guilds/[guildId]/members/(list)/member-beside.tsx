import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { MemberPanel } from "@/components/members/member-panel";
import { MemberActions } from "@/components/orders/member-actions";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { listCases } from "@/lib/cases/data";
import { env } from "@/lib/env";
import { foundOrNull } from "@/lib/errors";
import { notablePermissions } from "@/lib/members/notable";
import { memberProfile } from "@/lib/members/profile";
import { memberStanding } from "@/lib/orders/standing";
import { explainPermissions } from "@/lib/roles/explain";
import { CaseRow } from "../case-row";

/** Reads and renders the panel of the member named by `?member=`; nothing if there is no such member here. */
export async function memberBeside(guild: GuildScope, userId: string, closeHref: string): Promise<ReactNode> {
	const member = await foundOrNull(memberProfile(guild, userId));
	if (member === null) return null;
	const standing = await memberStanding(guild, member);
	return (
		<MemberPanel
			key={member.id}
			guildId={guild.guildId}
			member={member}
			cdn={env().DISCORD_CDN_URL}
			can={member.leftAt ? null : await notable(guild, member.id)}
			closeHref={closeHref}
		>
			{standing ? <MemberActions guildId={guild.guildId} member={standing} /> : null}
			{may(guild.actor.level, "cases.read") ? await latestCases(guild, member.id) : null}
		</MemberPanel>
	);
}

async function notable(guild: GuildScope, member: string) {
	const { verdicts } = await explainPermissions(guild, { member });
	return notablePermissions.filter((name) => verdicts[name].allowed);
}

async function latestCases(guild: GuildScope, member: string): Promise<ReactNode> {
	const { items } = await listCases(guild, { member, limit: 5 });
	if (items.length === 0) return null;
	const t = await getTranslations("members.panel");
	return (
		<section className="flex flex-col gap-2">
			<h3 className="font-semibold text-sm">{t("latestCases")}</h3>
			<ol className="overflow-hidden rounded-lg border border-border">
				{items.map((item) => (
					<CaseRow key={item.caseNumber} guildId={guild.guildId} item={item} />
				))}
			</ol>
		</section>
	);
}
