import { getLocale, getTranslations } from "next-intl/server";
import { ExportMenu } from "@/components/layout/export/export-menu";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { MemberFilters } from "@/components/members/member-filters";
import { searchString } from "@/lib/api/client";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { may } from "@/lib/auth/permissions";
import { env } from "@/lib/env";
import { formatNumber } from "@/lib/format";
import { pageTitle } from "@/lib/i18n/page-title";
import { listMembers, memberPageFrame } from "@/lib/members/data";
import { seesLastActive } from "@/lib/members/last-active";
import { memberListSearch } from "@/lib/members/schema";
import { PAGE_SIZE } from "@/lib/page-size";
import { memberBeside } from "./member-beside";
import { ModeratedMembers } from "./moderated-members";

export const generateMetadata = pageTitle("members.title");

export default guildPage("members.read", async ({ guild, search }) => {
	const t = await getTranslations("members");
	const { member, ...filters } = pageSearch(memberListSearch, search);
	const closeHref = `/guilds/${guild.guildId}/members${searchString({ ...filters, sort: search.sort })}`;
	const frame = await memberPageFrame(guild);
	const first = await listMembers(guild, { ...filters, limit: PAGE_SIZE });
	const count = frame.memberCount === null ? null : formatNumber(frame.memberCount, await getLocale());
	return (
		<Messages namespaces={["members", "discord", "cases", "orders"]}>
			<PageHeader title={t("title")} description={count === null ? undefined : t("count", { count })} />
			<MemberFilters roles={frame.roles}>
				<ExportMenu guildId={guild.guildId} list="members" filters={filters} />
			</MemberFilters>
			<ModeratedMembers
				mayModerate={may(guild.actor.level, "members.moderate")}
				guildId={guild.guildId}
				cdn={env().DISCORD_CDN_URL}
				first={first}
				filters={filters}
				showsActivity={seesLastActive(guild)}
				open={member}
			/>
			{member ? await memberBeside(guild, member, closeHref) : null}
		</Messages>
	);
});
