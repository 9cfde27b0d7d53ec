"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { RoleDot } from "@/components/discord/role-pill";
import type { ChannelRef, RoleRef } from "@/components/discord/types";
import { type UrlState, useUrlState } from "@/components/layout/use-url-state";
import { Combobox } from "@/components/ui/combobox";
import { ChannelFilter } from "../channel-filter";
import { KindFilter } from "../kind-filter";

type ActivityFiltersProps = {
	channels: readonly ChannelRef[];
	/** Null below the level that may see what single members do. */
	roles: readonly RoleRef[] | null;
};

/** Narrows the figures to a channel, or to members by role and kind; all of it in the address. */
export function ActivityFilters({ channels, roles }: ActivityFiltersProps) {
	const url = useUrlState();
	return (
		<div className="flex flex-wrap items-center gap-2" data-pending={url.pending || undefined}>
			<ChannelFilter channels={channels} instead={["role", "kind"]} />
			{roles ? <MemberFilters url={url} roles={roles} /> : null}
		</div>
	);
}

function MemberFilters({ url, roles }: { url: UrlState; roles: readonly RoleRef[] }) {
	const t = useTranslations("analytics-activity.filters");
	const analytics = useTranslations("analytics");
	const hint = useId();
	return (
		<>
			<Combobox
				label={t("role")}
				placeholder={t("allRoles")}
				value={url.get("role")}
				onValueChange={(role) => url.set({ role, channel: null })}
				options={roles.map(({ id, name, colour }) => ({
					value: id,
					label: name,
					icon: <RoleDot colour={colour} />,
				}))}
				clearable
				className="w-38"
				aria-describedby={hint}
			/>
			<KindFilter url={url} instead={["channel"]} aria-describedby={hint} />
			<span id={hint} className="text-muted text-xs">
				{analytics("either")}
			</span>
		</>
	);
}
