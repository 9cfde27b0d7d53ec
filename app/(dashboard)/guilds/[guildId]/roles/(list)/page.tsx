import { getTranslations } from "next-intl/server";
import { ExportMenu } from "@/components/layout/export/export-menu";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/layout/states";
import { RoleView } from "@/components/roles/role-view";
import { RoleViews } from "@/components/roles/role-views";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { pageTitle } from "@/lib/i18n/page-title";
import { listRoles } from "@/lib/roles/data";
import { rolesPageSearch } from "@/lib/roles/schema";

export const generateMetadata = pageTitle("roles.title");

export default guildPage("roles.read", async ({ guild, search }) => {
	const t = await getTranslations("roles");
	const { view: asked, compare, role } = pageSearch(rolesPageSearch, search);
	const view = asked ?? (compare === undefined ? "hierarchy" : "compare");
	const roles = await listRoles(guild);
	return (
		<Messages namespaces={["roles", "discord"]}>
			<PageHeader
				title={t("title")}
				description={t("count", { count: roles.length })}
				controls={<ExportMenu guildId={guild.guildId} list="roles" />}
			/>
			<RoleViews guildId={guild.guildId} current={view} />
			{roles.length === 0 ? (
				<EmptyState title={t("empty.title")} reason={t("empty.reason")} />
			) : (
				<RoleView guildId={guild.guildId} roles={roles} view={view} role={role} />
			)}
		</Messages>
	);
});
