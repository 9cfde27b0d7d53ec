import { ChartNoAxesCombined, PlugZap } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/states";
import { Time } from "@/components/layout/time";
import { buttonStyles } from "@/components/ui/button";

type BotLeftProps = { leftAt: string; inviteUrl: string };

/** Says that the figures end where the bot left, and how to have it back. */
export function BotLeft({ leftAt, inviteUrl }: BotLeftProps) {
	const t = useTranslations("overview.left");
	return (
		<section
			aria-label={t("label")}
			className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-warning bg-surface px-4 py-2.5"
		>
			<PlugZap aria-hidden className="size-4 shrink-0 text-warning" />
			<p className="min-w-0 flex-1 basis-64 text-sm">
				{t.rich("body", { time: () => <Time value={leftAt} show="date" /> })}
			</p>
			<a href={inviteUrl} rel="noreferrer" className={buttonStyles({ size: "sm" })}>
				{t("invite")}
			</a>
		</section>
	);
}

/** Nothing was ever recorded: what will be here, and what to do meanwhile. */
export function NothingYet({ settingsHref }: { settingsHref: string | undefined }) {
	const t = useTranslations("overview.empty");
	return (
		<EmptyState
			icon={ChartNoAxesCombined}
			title={t("title")}
			reason={t("reason")}
			action={
				settingsHref === undefined ? undefined : (
					<Link href={settingsHref} className={buttonStyles({ variant: "primary" })}>
						{t("action")}
					</Link>
				)
			}
		/>
	);
}
