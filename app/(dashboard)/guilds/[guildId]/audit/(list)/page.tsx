import { getTranslations } from "next-intl/server";
import { AuditFilterBar } from "@/components/audit/audit-filters";
import { AuditPanel } from "@/components/audit/audit-panel";
import { AuditTable } from "@/components/audit/audit-table";
import { SourceChips } from "@/components/audit/source-chips";
import { ExportMenu } from "@/components/layout/export/export-menu";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { pageSearch } from "@/lib/api/page-search";
import { auditFrame } from "@/lib/audit/frame";
import { auditFilters } from "@/lib/audit/schema";
import { guildPage } from "@/lib/auth/guild-page";
import { env } from "@/lib/env";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("audit.title");

export default guildPage("audit.read", async ({ guild, search }) => {
	const t = await getTranslations("audit");
	const { guildId } = guild;
	const filters = pageSearch(auditFilters, search);
	const frame = await auditFrame(guild, filters, search.entry);
	const { first, sources, kinds, actor, target, open } = frame;
	return (
		<Messages namespaces={["audit", "discord"]}>
			<PageHeader
				title={t("title")}
				description={t("description")}
				controls={<SourceChips sources={sources} />}
			/>
			<AuditFilterBar guildId={guildId} kinds={kinds} actor={actor} target={target}>
				<ExportMenu guildId={guildId} list="audit" filters={filters} />
			</AuditFilterBar>
			<AuditTable
				guildId={guildId}
				filters={filters}
				first={first}
				sources={sources}
				open={open ? `${open.source}-${open.id}` : undefined}
			/>
			{open === undefined ? null : <AuditPanel guildId={guildId} cdn={env().DISCORD_CDN_URL} entry={open} />}
		</Messages>
	);
});
