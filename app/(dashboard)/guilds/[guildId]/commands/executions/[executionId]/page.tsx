import { getTranslations } from "next-intl/server";
import { ExecutionView } from "@/components/commands/execution-view";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { pageParams } from "@/lib/api/page-params";
import { guildPage } from "@/lib/auth/guild-page";
import { readExecution } from "@/lib/commands/executions";
import { executionParams } from "@/lib/commands/schema";
import { env } from "@/lib/env";

export default guildPage("commands.read", async ({ guild, params }) => {
	const t = await getTranslations("commands.detail");
	const { executionId } = pageParams(executionParams, params);
	const execution = await readExecution(guild, executionId);
	return (
		<Messages namespaces={["commands", "discord"]}>
			<PageHeader title={t("title")} />
			<div className="max-w-2xl">
				<ExecutionView
					guildId={guild.guildId}
					cdn={env().DISCORD_CDN_URL}
					execution={execution}
					heading="h2"
				/>
			</div>
		</Messages>
	);
});
