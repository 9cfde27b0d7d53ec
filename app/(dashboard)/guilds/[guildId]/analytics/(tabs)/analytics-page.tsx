import type { ReactNode } from "react";
import type { z } from "zod";
import { AnalyticsFrame } from "@/components/analytics/analytics-frame";
import type { AnalyticsTab } from "@/components/layout/analytics-tabs";
import type { Period, PeriodQuery } from "@/lib/analytics/schema";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import type { Permission } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { env } from "@/lib/env";
import type { Namespace } from "@/lib/i18n/namespaces";

type Tab<S extends z.ZodType, F> = {
	tab: AnalyticsTab;
	/** What the address may say: of the period, and of what narrows the figures. */
	query: S;
	read: (guild: GuildScope, asked: z.output<S>) => Promise<F>;
	/** What they can be narrowed by, and the namespaces that this needs in the browser. */
	filters?: { read: (guild: GuildScope) => Promise<ReactNode>; namespaces?: readonly Namespace[] };
	view: (shown: { guildId: string; cdn: string; figures: F }) => ReactNode;
};

/** Declares a tab of analytics: who may see it, what its address may say, its figures and their view. */
export function analyticsPage<S extends z.ZodObject & z.ZodType<PeriodQuery>, F extends { period: Period }>(
	permission: Permission,
	{ tab, query, read, filters, view }: Tab<S, F>,
) {
	return guildPage(permission, async ({ guild, search }) => {
		const asked = pageSearch(query, search);
		const figures = await read(guild, asked);
		const { guildId, actor } = guild;
		return (
			<AnalyticsFrame
				guildId={guildId}
				level={actor.level}
				tab={tab}
				asked={asked}
				period={figures.period}
				unheeded={unheededOf({ ...asked }, { ...figures })}
				namespaces={filters?.namespaces ?? []}
				filters={await filters?.read(guild)}
			>
				{view({ guildId, cdn: env().DISCORD_CDN_URL, figures })}
			</AnalyticsFrame>
		);
	});
}

/** Why figures are not those that an address narrows them to. */
function unheededOf(
	asked: { channel?: unknown } & Record<string, unknown>,
	shown: Record<string, unknown>,
): "level" | "pair" | null {
	const isDropped = (name: string) =>
		asked[name] !== undefined && name in shown && shown[name] !== asked[name];
	if (!isDropped("role") && !isDropped("kind")) return null;
	return asked.channel === undefined ? "level" : "pair";
}
