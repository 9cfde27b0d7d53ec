"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef } from "react";
import { ActFields } from "@/components/orders/act-fields";
import { RefusalText } from "@/components/orders/refusal";
import { useAct } from "@/components/orders/use-act";
import { useConfirmLabel } from "@/components/orders/use-confirm-label";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogFooter } from "@/components/ui/dialog";
import type { CaseDetail } from "@/lib/cases/detail-schema";
import { type Act, type Draft, destructive } from "@/lib/orders/acts";

type ActDialogProps = {
	guildId: string;
	act: Act;
	member: { id: string; name: string };
	onOpened: (opened: CaseDetail, draft: Draft) => void;
	onClose: () => void;
};

/** One act on one member: what it does, why, and the verb on the button. What takes something away begins on Cancel. */
export function ActDialog({ guildId, act, member, onOpened, onClose }: ActDialogProps) {
	const t = useTranslations("orders");
	const common = useTranslations("common");
	const confirmLabel = useConfirmLabel();
	const cancel = useRef<HTMLButtonElement>(null);
	const doing = useAct(guildId, act, onOpened);
	const { draft } = doing;
	const { name } = member;
	const submit = (event: FormEvent) => {
		event.preventDefault();
		doing.send(member.id);
	};
	const consequence = act === "ban" && draft.duration > 0 ? "banFor" : act;
	return (
		<Dialog open onOpenChange={(open) => open || onClose()}>
			<DialogContent
				title={t(`titles.${act}`, { name })}
				description={t(`consequences.${consequence}`, { name })}
				onOpenAutoFocus={(event) => {
					if (!destructive.has(act)) return;
					event.preventDefault();
					cancel.current?.focus();
				}}
			>
				<form onSubmit={submit} className="mt-3 flex flex-col gap-3">
					<ActFields act={act} draft={draft} reasonMissing={doing.reasonMissing} onChange={doing.change} />
					<RefusalText error={doing.error} />
					<DialogFooter className="mt-1">
						<Button ref={cancel} onClick={onClose}>
							{common("cancel")}
						</Button>
						<Button
							type="submit"
							variant={destructive.has(act) ? "danger" : "primary"}
							disabled={doing.pending}
							className="h-auto min-h-8 max-w-full whitespace-normal py-1"
						>
							{confirmLabel(act, name, draft)}
						</Button>
					</DialogFooter>
				</form>
			</DialogContent>
		</Dialog>
	);
}
