import { getTranslations } from "next-intl/server";
import { AuditView } from "@/components/audit/audit-view";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { pageParams } from "@/lib/api/page-params";
import { readAuditEntry } from "@/lib/audit/data";
import { auditParams } from "@/lib/audit/schema";
import { guildPage } from "@/lib/auth/guild-page";
import { env } from "@/lib/env";

export default guildPage("audit.read", async ({ guild, params }) => {
	const t = await getTranslations("audit.detail");
	const entry = await readAuditEntry(guild, pageParams(auditParams, params));
	return (
		<Messages namespaces={["audit", "discord"]}>
			<PageHeader title={t("title")} />
			<div className="max-w-2xl">
				<AuditView heading="h2" guildId={guild.guildId} cdn={env().DISCORD_CDN_URL} entry={entry} />
			</div>
		</Messages>
	);
});
