import { Info, Lock, Timer } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState, ErrorState } from "@/components/layout/states";
import { buttonStyles } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { levelNames } from "@/lib/auth/permissions";
import type { Problem } from "@/lib/explore/attempt";

/** The words of a level: "Moderator". */
export function useLevelName(level: number): string {
	const t = useTranslations("common.level");
	const found = Object.entries(levelNames).find(([number]) => Number(number) === level);
	return t(found?.[1] ?? "none");
}

/** The whole page, where the figures are for people with more access. */
export function NeedsLevel({ guildId, level }: { guildId: string; level: number }) {
	const t = useTranslations("explore");
	const name = useLevelName(level);
	return (
		<>
			<PageHeader title={t("title")} />
			<EmptyState
				icon={Lock}
				title={t("needsLevel.title")}
				reason={t("needsLevel.reason", { level, name })}
				action={
					<Link href={`/guilds/${guildId}/explore`} className={buttonStyles()}>
						{t("needsLevel.action")}
					</Link>
				}
			/>
		</>
	);
}

/** In place of figures that took too long or could not be read; the choices beside it still work. */
export function NoFigures({ problem }: { problem: Problem }) {
	const t = useTranslations("explore");
	return (
		<Card>
			{problem === "failed" ? (
				<ErrorState title={t("failed.title")} />
			) : (
				<EmptyState icon={Timer} title={t(`${problem}.title`)} reason={t(`${problem}.reason`)} />
			)}
		</Card>
	);
}

type NoticeProps = { notice: "pair" | "filter"; measure: string; dimension: string };

/** Says what of the address was left out. */
export function LeftOut({ notice, measure, dimension }: NoticeProps) {
	const t = useTranslations("explore.notice");
	return (
		<p role="status" className="flex items-start gap-2 text-sm">
			<Info aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
			{notice === "pair" ? t("pair", { measure, dimension }) : t("filter")}
		</p>
	);
}
