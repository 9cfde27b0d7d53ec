"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { ActFields } from "@/components/orders/act-fields";
import { PersonField, personId } from "@/components/orders/person-field";
import { RefusalText } from "@/components/orders/refusal";
import { useAct } from "@/components/orders/use-act";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { CaseDetail } from "@/lib/cases/detail-schema";
import { acts, destructive } from "@/lib/orders/acts";

type NewCaseDialogProps = {
	guildId: string;
	/** The server's own types. */
	types: readonly { id: string; name: string }[];
	onOpened: (opened: CaseDetail) => void;
	onClose: () => void;
};

/** A case about anybody: the action, the member, the reason, the duration. */
export function NewCaseDialog({ guildId, types, onOpened, onClose }: NewCaseDialogProps) {
	const t = useTranslations("orders");
	const common = useTranslations("common");
	const id = useId();
	const [act, setAct] = useState<string>("warn");
	const [member, setMember] = useState("");
	const doing = useAct(guildId, act, onOpened);
	const known = acts.find((name) => name === act);
	const isPerson = personId.test(member);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		doing.send(isPerson ? member : "", act);
	};
	const choose = (next: string) => {
		setAct(next);
		doing.restart(next);
	};
	return (
		<Dialog open onOpenChange={(open) => open || onClose()}>
			<DialogContent
				title={t("newCase.title")}
				description={known === undefined || known === "jail" ? t("newCase.record") : t("newCase.description")}
			>
				<form onSubmit={submit} className="mt-3 flex flex-col gap-3">
					<Field id={`${id}-type`} label={t("newCase.type")}>
						{(control) => (
							<Select {...control} value={act} onChange={(event) => choose(event.target.value)}>
								{acts.map((name) => (
									<option key={name} value={name}>
										{t(`acts.${name}`)}
									</option>
								))}
								{types.length > 0 ? (
									<optgroup label={t("newCase.own")}>
										{types.map((type) => (
											<option key={type.id} value={`custom:${type.id}`}>
												{type.name}
											</option>
										))}
									</optgroup>
								) : null}
							</Select>
						)}
					</Field>
					<PersonField
						guildId={guildId}
						value={member}
						missing={doing.tried && !isPerson}
						onChoose={setMember}
					/>
					<ActFields
						act={known ?? "own"}
						draft={doing.draft}
						reasonMissing={doing.reasonMissing}
						onChange={doing.change}
					/>
					<RefusalText error={doing.error} />
					<DialogFooter className="mt-1">
						<Button onClick={onClose}>{common("cancel")}</Button>
						<Button
							type="submit"
							variant={destructive.has(act) ? "danger" : "primary"}
							disabled={doing.pending}
						>
							{known ? t(`acts.${known}`) : t("confirm.other")}
						</Button>
					</DialogFooter>
				</form>
			</DialogContent>
		</Dialog>
	);
}
