"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDirectory } from "@/components/config/directory";
import { ChannelName } from "@/components/discord/channel-name";
import { RolePill } from "@/components/discord/role-pill";

/** A channel by its id as Discord shows it; a deleted one is marked as such. */
export function ChannelReference({ id }: { id: string }) {
	const t = useTranslations("config");
	const channel = useDirectory().channel(id);
	if (channel === undefined) return <Gone>{t("gone.channel", { id })}</Gone>;
	if (channel.isDeleted) return <Gone>{t("gone.channelNamed", { name: channel.name })}</Gone>;
	return <ChannelName channel={channel} />;
}

/** A role by its id as Discord shows it; a deleted one is marked as such. */
export function RoleReference({ id }: { id: string }) {
	const t = useTranslations("config");
	const role = useDirectory().role(id);
	if (role === undefined) return <Gone>{t("gone.role", { id })}</Gone>;
	if (role.isDeleted) return <Gone>{t("gone.roleNamed", { name: role.name })}</Gone>;
	return <RolePill role={role} />;
}

function Gone({ children }: { children: ReactNode }) {
	return (
		<span className="inline-flex min-w-0 items-center gap-1 text-warning">
			<TriangleAlert aria-hidden className="size-3.5 shrink-0" />
			<span className="truncate">{children}</span>
		</span>
	);
}
