import { useTranslations } from "next-intl";
import { DeadLetters } from "@/components/fleet/dead-letters";
import { FleetCharts } from "@/components/fleet/fleet-charts";
import { FleetTiles } from "@/components/fleet/fleet-tiles";
import { PartitionTable } from "@/components/fleet/partition-table";
import { ShardTable } from "@/components/fleet/shard-table";
import { PageHeader } from "@/components/layout/page-header";
import type { Fleet } from "@/lib/fleet/schema";

/** The bot as a program: is it there, does it keep up, what went wrong. */
export function FleetPage({ fleet }: { fleet: Fleet }) {
	const t = useTranslations("fleet");
	return (
		<>
			<PageHeader title={t("title")} description={t("description")} />
			<div className="flex flex-col gap-4 pb-6">
				<FleetTiles fleet={fleet} />
				<div className="grid gap-4 xl:grid-cols-2">
					<ShardTable shards={fleet.shards} />
					<DeadLetters letters={fleet.deadLetters} />
				</div>
				<FleetCharts days={fleet.days} />
				<PartitionTable partitions={fleet.partitions} />
			</div>
		</>
	);
}
