import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { FigureTable } from "@/components/analytics/figure-table";
import { Time } from "@/components/layout/time";
import type { CommandUse, Failure, Failures } from "@/lib/analytics/commands/schema";
import { serverDays } from "@/lib/analytics/period/server-days";
import { searchString } from "@/lib/api/client";
import { spelledCommand } from "@/lib/discord/command-name";
import { formatNumber } from "@/lib/format";

type FailureTableProps = { guildId: string; use: CommandUse; failures: Failures };

/** What went wrong most often; each kind leads to the executions that failed. */
export function FailureTable({ guildId, use: { errors, period }, failures }: FailureTableProps) {
	const t = useTranslations("analytics-commands.failures");
	const locale = useLocale();
	const address = ({ command }: Failure) => {
		const filters = { outcome: "error", command: command ?? undefined, ...serverDays(period) };
		return `/guilds/${guildId}/commands/executions${searchString(filters)}`;
	};
	const read = formatNumber(failures.read, locale);
	return (
		<FigureTable
			title={t("title")}
			summary={failures.read < errors.value ? t("newest", { read }) : t("all", { read })}
			nameLabel={t("message")}
			name={({ message }) => message ?? t("unknown")}
			label={(failure) => (
				<Link href={address(failure)} className="hover:underline">
					{failure.message ?? t("unknown")}
				</Link>
			)}
			columns={[
				{ key: "count", label: t("count"), value: ({ count }) => count },
				{
					key: "share",
					label: t("share"),
					unit: "percent",
					value: ({ count }) => count / Math.max(1, failures.read),
				},
				{
					key: "command",
					label: t("command"),
					cell: ({ command }) =>
						command ? <span className="font-mono">{spelledCommand(command)}</span> : t("several"),
				},
				{ key: "last", label: t("last"), cell: ({ lastAt }) => <Time value={lastAt} /> },
			]}
			rows={failures.kinds}
		/>
	);
}
