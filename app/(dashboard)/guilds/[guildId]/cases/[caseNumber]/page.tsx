import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CaseView } from "@/components/cases/case-view";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { guildPage } from "@/lib/auth/guild-page";
import { readCaseFile } from "@/lib/cases/case-file";
import { caseNumber } from "@/lib/cases/schema";
import { env } from "@/lib/env";

/** One case on a page of its own. */
export default guildPage("cases.read", async ({ guild, params }) => {
	const t = await getTranslations("cases");
	const number = caseNumber.safeParse(params.caseNumber);
	const file = number.success ? await readCaseFile(guild, number.data) : undefined;
	if (!file) notFound();
	return (
		<Messages namespaces={["cases", "discord", "orders"]}>
			<div className="max-w-3xl">
				<PageHeader title={t("caseTitle", { number: file.detail.caseNumber })} />
				<CaseView guildId={guild.guildId} cdn={env().DISCORD_CDN_URL} file={file} />
			</div>
		</Messages>
	);
});
