"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { RoleDot } from "@/components/discord/role-pill";
import type { ChannelRef, RoleRef } from "@/components/discord/types";
import { type UrlState, useUrlState } from "@/components/layout/use-url-state";
import { Combobox } from "@/components/ui/combobox";
import { Select } from "@/components/ui/select";
import { memberKinds } from "@/lib/analytics/kinds";
import { ChannelFilter } from "../channel-filter";

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
			<Select
				aria-label={t("kind")}
				aria-describedby={hint}
				value={url.get("kind")}
				onChange={({ target }) => url.set({ kind: target.value, channel: null })}
				className="w-auto"
			>
				<option value="">{t("everyone")}</option>
				{memberKinds.map((kind) => (
					<option key={kind} value={kind}>
						{t(kind)}
					</option>
				))}
			</Select>
			<span id={hint} className="text-muted text-xs">
				{t("either")}
			</span>
		</>
	);
}
