import { getTranslations } from "next-intl/server";
import { GrantButton } from "@/components/access/grant-button";
import { PeopleList } from "@/components/access/people-list";
import { RoleList } from "@/components/access/role-list";
import { ExportMenu } from "@/components/layout/export/export-menu";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { readAccess } from "@/lib/access/data";
import { guildPage } from "@/lib/auth/guild-page";
import { may } from "@/lib/auth/permissions";
import { env } from "@/lib/env";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("access.title");

export default guildPage("access.read", async ({ guild }) => {
	const t = await getTranslations("access");
	const { people, roles } = await readAccess(guild);
	const { level } = guild.actor;
	const mayGrant = may(level, "admins.write");
	const cdn = env().DISCORD_CDN_URL;
	return (
		<Messages namespaces={["access", "discord"]}>
			<PageHeader
				title={t("title")}
				description={t("description")}
				controls={<ExportMenu guildId={guild.guildId} list="access" />}
				action={mayGrant ? <GrantButton guildId={guild.guildId} ownLevel={level} /> : undefined}
			/>
			<PeopleList guildId={guild.guildId} cdn={cdn} people={people} ownLevel={mayGrant ? level : null} />
			<RoleList guildId={guild.guildId} cdn={cdn} roles={roles} />
		</Messages>
	);
});
