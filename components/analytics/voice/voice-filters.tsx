"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { ChannelRef } from "@/components/discord/types";
import { useUrlState } from "@/components/layout/use-url-state";
import { ChannelFilter } from "../channel-filter";
import { KindFilter } from "../kind-filter";

type VoiceFiltersProps = {
	channels: readonly ChannelRef[];
	/** Whether the reader may see what single members do. */
	seesMembers: boolean;
};

/** Narrows the figures to a channel, or to people or bots; all of it in the address. */
export function VoiceFilters({ channels, seesMembers }: VoiceFiltersProps) {
	const t = useTranslations("analytics");
	const url = useUrlState();
	const hint = useId();
	return (
		<div className="flex flex-wrap items-center gap-2" data-pending={url.pending || undefined}>
			<ChannelFilter channels={channels} instead={["kind"]} />
			{seesMembers ? (
				<>
					<KindFilter url={url} instead={["channel"]} aria-describedby={hint} />
					<span id={hint} className="text-muted text-xs">
						{t("either")}
					</span>
				</>
			) : null}
		</div>
	);
}
