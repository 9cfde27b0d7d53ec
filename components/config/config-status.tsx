"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLive } from "@/components/layout/live/use-live";
import { Time } from "@/components/layout/time";
import { configKeys, configStatusQuery } from "@/lib/config/queries";
import type { Config } from "@/lib/config/schema";

/** Which revision is the newest, whose, and whether the bot has taken it over; follows the bot until it has. */
export function ConfigStatus({ guildId, config: known }: { guildId: string; config: Config }) {
	const t = useTranslations("config.status");
	const client = useQueryClient();
	useLive(guildId, ["configuration"], () => {
		void client.invalidateQueries({ queryKey: configKeys.status(guildId) });
	});
	const { data } = useQuery({ ...configStatusQuery(guildId), initialData: known });
	const config = data.revision < known.revision ? known : data;
	if (config.revision === 0) return <p className="text-muted text-sm">{t("never")}</p>;
	return (
		<p role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
			<span>
				{t.rich("revision", {
					number: config.revision,
					name: config.savedBy?.name ?? t("somebody"),
					when: () => <Time value={config.savedAt ?? 0} />,
				})}
			</span>
			<Receipts receipts={config.receipts} />
		</p>
	);
}

function Receipts({ receipts }: { receipts: Config["receipts"] }) {
	const t = useTranslations("config.status");
	const failed = receipts.find(({ error }) => error !== null);
	if (failed)
		return (
			<span className="inline-flex items-center gap-1 text-danger">
				<CircleAlert aria-hidden className="size-4" />
				{t("failed", { shard: failed.shardId, error: failed.error ?? "" })}
			</span>
		);
	if (receipts.length > 0)
		return (
			<span className="inline-flex items-center gap-1 text-good">
				<CircleCheck aria-hidden className="size-4" />
				{t("live", { count: receipts.length })}
			</span>
		);
	return (
		<span className="inline-flex items-center gap-1">
			<Hourglass aria-hidden className="size-4" />
			{t("waiting")}
		</span>
	);
}
