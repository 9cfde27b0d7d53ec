"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RolePill } from "@/components/discord/role-pill";
import { Time } from "@/components/layout/time";
import type { AccessSource } from "@/lib/access/schema";

/** One reason for access in words: what, since when or until when, and why. */
export function SourceLine({ source }: { source: AccessSource }) {
	return (
		<span className="flex min-w-0 flex-wrap items-center gap-x-2 text-sm">
			<SourceName source={source} />
			<span className="text-muted">
				<SourceTime source={source} />
			</span>
			{source.reason ? <q className="min-w-0 text-muted">{source.reason}</q> : null}
		</span>
	);
}

function SourceName({ source }: { source: AccessSource }): ReactNode {
	const t = useTranslations("access.sources");
	if (source.kind === "role")
		return (
			<>
				{t("role")} {source.role ? <RolePill role={source.role} /> : null}
			</>
		);
	if (source.kind === "operator") return t("operator");
	if (source.kind === "grant") return t("grant", { name: source.grantedBy?.name ?? t("somebody") });
	return t(source.level === 7 ? "owner" : source.level === 6 ? "administrator" : "manager");
}

function SourceTime({ source }: { source: AccessSource }): ReactNode {
	const t = useTranslations("access.sources");
	if (source.kind === "discord")
		return source.checkedAt === null
			? t("unchecked")
			: t.rich("checked", { when: () => <Time value={source.checkedAt ?? 0} /> });
	if (source.expiresAt === null) return source.kind === "grant" ? t("forever") : null;
	return t.rich(source.isOver ? "ended" : "until", {
		when: () => <Time value={source.expiresAt ?? 0} show="full" />,
	});
}
