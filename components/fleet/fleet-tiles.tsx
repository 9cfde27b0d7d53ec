import { useTranslations } from "next-intl";
import { Time } from "@/components/layout/time";
import { TrendTile } from "@/components/layout/trend-tile";
import type { Fleet } from "@/lib/fleet/schema";

/** Four figures that say whether anything needs a look. */
export function FleetTiles({ fleet: { shards, orders, waitingGuilds, deadLetters } }: { fleet: Fleet }) {
	const t = useTranslations("fleet.tiles");
	const online = shards.filter(({ status }) => status === "online").length;
	const buried = (since: "day" | "month") => deadLetters.reduce((sum, letter) => sum + letter[since], 0);
	return (
		<div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
			<TrendTile label={t("shards")} value={online} detail={t("ofShards", { count: shards.length })} />
			<TrendTile
				label={t("orders")}
				value={orders.pending}
				detail={
					orders.oldestAt === null
						? t("noneWaiting", { failed: orders.failed })
						: t.rich("oldest", { when: () => <Time value={orders.oldestAt ?? 0} /> })
				}
			/>
			<TrendTile label={t("guilds")} value={waitingGuilds} detail={t("guildsDetail")} />
			<TrendTile
				label={t("letters")}
				value={buried("day")}
				detail={t("lettersDetail", { count: buried("month") })}
			/>
		</div>
	);
}
