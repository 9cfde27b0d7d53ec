"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { BulkForm } from "@/components/orders/bulk-form";
import { BulkProgress } from "@/components/orders/bulk-progress";
import { useBulk } from "@/components/orders/use-bulk";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { BulkAct } from "@/lib/orders/acts";

type BulkDialogProps = {
	guildId: string;
	act: BulkAct;
	ids: readonly string[];
	/** @param finished whether anything was asked for */
	onClose: (finished: boolean) => void;
};

/** One act on many members: asks, counts along, and says who was skipped. */
export function BulkDialog({ guildId, act, ids, onClose }: BulkDialogProps) {
	const t = useTranslations("orders.bulk");
	const { state, run, stop } = useBulk(guildId, act);
	const cancel = useRef<HTMLButtonElement>(null);
	const count = ids.length;
	const leave = () => {
		stop();
		onClose(state.phase !== "asking");
	};
	return (
		<Dialog open onOpenChange={(open) => open || leave()}>
			<DialogContent
				title={t(`titles.${act}`, { count })}
				description={t(`consequences.${act}`, { count })}
				onOpenAutoFocus={(event) => {
					event.preventDefault();
					cancel.current?.focus();
				}}
			>
				{state.phase === "asking" ? (
					<BulkForm
						act={act}
						count={count}
						cancel={cancel}
						onCancel={leave}
						onConfirm={(draft) => run(ids, draft)}
					/>
				) : (
					<BulkProgress guildId={guildId} state={state} count={count} onStop={stop} onClose={leave} />
				)}
			</DialogContent>
		</Dialog>
	);
}
