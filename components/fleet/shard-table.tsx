import { CircleAlert, CircleCheck, CircleDashed, CircleOff, type LucideIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/states";
import { Time } from "@/components/layout/time";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Table, TableCell, TableHead, TableRow } from "@/components/ui/table";
import type { Fleet } from "@/lib/fleet/schema";
import { formatLatency, formatNumber } from "@/lib/format";

type Shard = Fleet["shards"][number];

const looks: Record<Shard["status"], { tone: BadgeTone; icon: LucideIcon }> = {
	online: { tone: "good", icon: CircleCheck },
	starting: { tone: "info", icon: CircleDashed },
	stopping: { tone: "warning", icon: CircleDashed },
	offline: { tone: "danger", icon: CircleOff },
	silent: { tone: "danger", icon: CircleAlert },
};

/** Each connection to Discord. */
export function ShardTable({ shards }: { shards: Fleet["shards"] }) {
	const t = useTranslations("fleet.shards");
	return (
		<Card aria-labelledby="shards" className="min-w-0 pb-2">
			<CardHeader id="shards" title={t("title")} description={t("description")} />
			{shards.length === 0 ? (
				<EmptyState title={t("none")} reason={t("noneReason")} />
			) : (
				<Table aria-labelledby="shards">
					<thead>
						<tr>
							<TableHead>{t("shard")}</TableHead>
							<TableHead>{t("status")}</TableHead>
							<TableHead>{t("heartbeat")}</TableHead>
							<TableHead className="text-right max-sm:hidden">{t("latency")}</TableHead>
							<TableHead className="text-right">{t("guilds")}</TableHead>
						</tr>
					</thead>
					<tbody>
						{shards.map((shard) => (
							<ShardRow key={shard.id} shard={shard} />
						))}
					</tbody>
				</Table>
			)}
		</Card>
	);
}

function ShardRow({ shard: { id, status, refusal, lastHeartbeat, latencyMs, guilds } }: { shard: Shard }) {
	const t = useTranslations("fleet.shards");
	const locale = useLocale();
	const { tone, icon: Icon } = looks[status];
	return (
		<TableRow>
			<TableCell className="font-medium tabular-nums">{id}</TableCell>
			<TableCell>
				<Badge tone={tone}>
					<Icon aria-hidden />
					{t(`statuses.${status}`)}
				</Badge>
				{refusal && <p className="mt-1 max-w-prose text-muted">{t(`refusals.${refusal}`)}</p>}
			</TableCell>
			<TableCell className="text-muted">
				{lastHeartbeat === null ? t("never") : <Time value={lastHeartbeat} />}
			</TableCell>
			<TableCell className="text-right tabular-nums max-sm:hidden">
				{latencyMs === null ? "–" : formatLatency(latencyMs, locale)}
			</TableCell>
			<TableCell className="text-right tabular-nums">{formatNumber(guilds, locale)}</TableCell>
		</TableRow>
	);
}
