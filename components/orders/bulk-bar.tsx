"use client";

import { Ban, Clock, DoorOpen, type LucideIcon, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Selection } from "@/components/layout/use-selection";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { type BulkAct, bulkActs } from "@/lib/orders/acts";

const BulkDialog = dynamic(async () => (await import("@/components/orders/bulk-dialog")).BulkDialog);

const icons: Record<BulkAct, LucideIcon> = { timeout: Clock, kick: DoorOpen, ban: Ban };

/** What can be done with the members that are chosen; in view while the list scrolls. */
export function BulkBar({ guildId, selection }: { guildId: string; selection: Selection }) {
	const t = useTranslations("orders");
	const [asked, setAsked] = useState<{ act: BulkAct; ids: string[] } | null>(null);
	const close = (finished: boolean) => {
		setAsked(null);
		if (finished) selection.clear();
	};
	return (
		<>
			<section
				aria-label={t("bulk.chosen", { count: selection.ids.length })}
				className="fixed bottom-4 left-1/2 z-30 flex w-max max-w-[calc(100vw-1rem)] -translate-x-1/2 flex-wrap justify-center items-center gap-2 rounded-lg border border-border bg-raised px-3 py-2 shadow-overlay"
			>
				<span aria-live="polite" className="font-medium text-sm tabular-nums">
					{t("bulk.chosen", { count: selection.ids.length })}
				</span>
				{bulkActs.map((act) => {
					const Icon = icons[act];
					return (
						<Button key={act} size="sm" onClick={() => setAsked({ act, ids: selection.ids })}>
							<Icon aria-hidden />
							{t(`acts.${act}`)}
						</Button>
					);
				})}
				<IconButton label={t("bulk.clear")} size="icon-sm" onClick={selection.clear}>
					<X aria-hidden />
				</IconButton>
			</section>
			{asked ? <BulkDialog guildId={guildId} act={asked.act} ids={asked.ids} onClose={close} /> : null}
		</>
	);
}
