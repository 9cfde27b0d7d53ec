import { ChartNoAxesCombined, PlugZap } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState, LoadingState } from "@/components/layout/states";
import { Time } from "@/components/layout/time";
import { buttonStyles } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";

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

/** The outline of the overview. */
export function OverviewSkeleton() {
	return (
		<LoadingState>
			<div className="grid items-start gap-3 xl:grid-cols-[minmax(0,1fr)_20rem]">
				<div className="grid grid-cols-2 gap-2 sm:gap-3 lg:grid-cols-4">
					{["a", "b", "c", "d", "e", "f", "g", "h"].map((key) => (
						<Skeleton key={key} className="h-[7.25rem] rounded-lg" />
					))}
				</div>
				<Skeleton className="h-60 rounded-lg" />
			</div>
			<div className="mt-3 grid gap-3 xl:grid-cols-2">
				<Skeleton className="h-80 rounded-lg" />
				<Skeleton className="h-80 rounded-lg" />
			</div>
		</LoadingState>
	);
}
