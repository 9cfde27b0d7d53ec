"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/layout/use-problem-text";
import { refusalOf } from "@/components/orders/refusal-of";
import type { BulkState, Refused } from "@/components/orders/use-bulk";
import { Button, buttonStyles } from "@/components/ui/button";
import { DialogFooter } from "@/components/ui/dialog";
import { guildSearchQuery } from "@/lib/guilds/queries";

type BulkProgressProps = {
	guildId: string;
	state: BulkState;
	count: number;
	onStop: () => void;
	onClose: () => void;
};

/** How many are done, and afterwards who was left out and why. */
export function BulkProgress({ guildId, state, count, onStop, onClose }: BulkProgressProps) {
	const t = useTranslations("orders.bulk");
	const common = useTranslations("common");
	const { done, refused } = state;
	const isRunning = state.phase === "running";
	return (
		<div className="mt-3 flex flex-col gap-3">
			<div className="flex items-center gap-3">
				<progress
					aria-label={t("progress", { done, count })}
					value={done}
					max={count}
					className="h-2 flex-1 accent-accent"
				/>
				<span aria-live="polite" className="text-sm tabular-nums">
					{t("progress", { done, count })}
				</span>
			</div>
			{isRunning ? null : (
				<p role="status" className="flex items-center gap-1.5 text-good text-sm">
					<CircleCheck aria-hidden className="size-4 shrink-0" />
					{t("finished", { count: done - refused.length })}
				</p>
			)}
			{refused.length === 0 ? null : (
				<section className="text-sm">
					<h3 className="font-medium">{t("refused", { count: refused.length })}</h3>
					<ul className="mt-1 max-h-40 overflow-y-auto">
						{refused.map((each) => (
							<LeftOut key={each.id} guildId={guildId} refused={each} />
						))}
					</ul>
				</section>
			)}
			<DialogFooter className="mt-1">
				{isRunning ? (
					<Button onClick={onStop}>{t("stop")}</Button>
				) : (
					<>
						<Link href={`/guilds/${guildId}/cases`} className={buttonStyles()}>
							{t("seeCases")}
						</Link>
						<Button variant="primary" onClick={onClose}>
							{common("close")}
						</Button>
					</>
				)}
			</DialogFooter>
		</div>
	);
}

function LeftOut({ guildId, refused: { id, error } }: { guildId: string; refused: Refused }) {
	const t = useTranslations("orders.refusals");
	const problemText = useProblemText();
	const { data } = useQuery(guildSearchQuery(guildId, id));
	const refusal = refusalOf(error);
	return (
		<li className="flex flex-wrap gap-x-2 py-0.5">
			<span className="font-medium">{data?.members.find((member) => member.id === id)?.name ?? id}</span>
			<span className="text-muted">{refusal ? t(refusal) : problemText(error)}</span>
		</li>
	);
}
