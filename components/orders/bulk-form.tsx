"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type Ref, useId, useState } from "react";
import { ActFields } from "@/components/orders/act-fields";
import { Button } from "@/components/ui/button";
import { DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type BulkAct, type Draft, emptyDraft } from "@/lib/orders/acts";

/** Above this many, the number is to be typed. */
const plainly = 25;

type BulkFormProps = {
	act: BulkAct;
	count: number;
	cancel: Ref<HTMLButtonElement>;
	onCancel: () => void;
	onConfirm: (draft: Draft) => void;
};

/** Why and for how long; above 25 members the number is typed too. */
export function BulkForm({ act, count, cancel, onCancel, onConfirm }: BulkFormProps) {
	const t = useTranslations("orders");
	const common = useTranslations("common");
	const id = useId();
	const [draft, setDraft] = useState(() => emptyDraft(act));
	const [tried, setTried] = useState(false);
	const [typed, setTyped] = useState("");
	const isBlocked = count > plainly && typed.trim() !== String(count);
	const reasonMissing = draft.reason.trim() === "";
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setTried(true);
		if (!reasonMissing && !isBlocked) onConfirm(draft);
	};
	const duration = draft.duration === 0 ? "" : t(`durations.s${draft.duration}`);
	return (
		<form onSubmit={submit} className="mt-3 flex flex-col gap-3">
			<ActFields
				act={act}
				draft={draft}
				reasonMissing={tried && reasonMissing}
				onChange={(change) => setDraft({ ...draft, ...change })}
			/>
			{count > plainly ? (
				<Field id={`${id}-count`} label={t("bulk.typeNumber", { count: String(count) })}>
					{(control) => (
						<Input
							{...control}
							inputMode="numeric"
							autoComplete="off"
							value={typed}
							onChange={(event) => setTyped(event.target.value)}
						/>
					)}
				</Field>
			) : null}
			<DialogFooter className="mt-1">
				<Button ref={cancel} onClick={onCancel}>
					{common("cancel")}
				</Button>
				<Button type="submit" variant="danger" disabled={isBlocked}>
					{t(`bulk.confirm.${act}`, { count, duration })}
				</Button>
			</DialogFooter>
		</form>
	);
}
