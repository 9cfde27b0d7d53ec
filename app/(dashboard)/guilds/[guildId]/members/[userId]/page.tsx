import { Messages } from "@/components/layout/messages";
import { MemberFacts } from "@/components/members/member-facts";
import { MemberHeading } from "@/components/members/member-heading";
import { MemberTabs, openTabs } from "@/components/members/member-tabs";
import { MemberActions } from "@/components/orders/member-actions";
import { Card, CardBody } from "@/components/ui/card";
import { pageParams } from "@/lib/api/page-params";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { env } from "@/lib/env";
import { memberProfile } from "@/lib/members/profile";
import { memberPageSearch, memberParams } from "@/lib/members/profile-schema";
import { memberStanding } from "@/lib/orders/standing";
import { memberTab } from "./member-tab";

export default guildPage("members.read", async ({ guild, params, search }) => {
	const { userId } = pageParams(memberParams, params);
	const { tab: asked, channel } = pageSearch(memberPageSearch, search);
	const member = await memberProfile(guild, userId);
	const standing = await memberStanding(guild, member);
	const tabs = openTabs(guild.actor.level);
	const tab = tabs.find((each) => each === asked) ?? "permissions";
	const content = await memberTab(guild, { member, tab, channel });
	return (
		<Messages namespaces={["members", "discord", "cases", "charts", "orders"]}>
			<div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 max-md:pb-2">
				<MemberHeading member={member} cdn={env().DISCORD_CDN_URL} />
				{standing ? <MemberActions guildId={guild.guildId} member={standing} /> : null}
			</div>
			<div className="flex flex-col gap-4 md:flex-row">
				<Card className="shrink-0 self-start max-md:w-full md:w-72">
					<CardBody>
						<MemberFacts guildId={guild.guildId} member={member} />
					</CardBody>
				</Card>
				<div className="min-w-0 flex-1">
					<MemberTabs base={`/guilds/${guild.guildId}/members/${member.id}`} tabs={tabs} current={tab} />
					{content}
				</div>
			</div>
		</Messages>
	);
});
