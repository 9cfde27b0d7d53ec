"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { KeyClashNotice } from "@/components/config/key-clash-notice";
import { KeyFields } from "@/components/config/key-fields";
import { KeyRead } from "@/components/config/key-read";
import { KeyRemove } from "@/components/config/key-remove";
import { type KeyStart, useKeyDraft } from "@/components/config/use-key-draft";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogFooter } from "@/components/ui/dialog";
import type { DynamicKey, DynamicKeys } from "@/lib/config/keys-schema";

export type KeyFormProps = { guildId: string; mayWrite: boolean; list: DynamicKeys; onClose: () => void };

type KeyDialogProps = KeyFormProps & {
	/** The key to change; a new one without. */
	stored: DynamicKey | undefined;
	/** What the fields start with, where it is not what is stored. */
	start?: KeyStart;
};

/** One key to change or to add; to read for those who may do no more. */
export function KeyDialog({ guildId, mayWrite, list, stored, start, onClose }: KeyDialogProps) {
	const t = useTranslations("config.keys");
	return (
		<Dialog open onOpenChange={(open) => open || onClose()}>
			<DialogContent
				title={stored ? <span className="break-all font-mono">{stored.key}</span> : t("add")}
				description={mayWrite ? t("formDescription") : undefined}
				className="sm:w-[40rem]"
			>
				{mayWrite ? (
					<KeyForm guildId={guildId} list={list} stored={stored} start={start} onClose={onClose} />
				) : (
					<KeyRead stored={stored} />
				)}
			</DialogContent>
		</Dialog>
	);
}

type FormProps = Omit<KeyDialogProps, "mayWrite" | "start"> & { start: KeyStart | undefined };

function KeyForm({ guildId, list, stored, start, onClose }: FormProps) {
	const t = useTranslations("config.keys");
	const common = useTranslations("common");
	const [isRemoving, setRemoving] = useState(false);
	const draft = useKeyDraft({ guildId, list, stored, start, onSaved: onClose });
	const submit = (event: FormEvent) => {
		event.preventDefault();
		draft.save();
	};
	return (
		<form onSubmit={submit} className="mt-3 flex min-w-0 flex-col gap-3">
			<KeyFields draft={draft} isNew={stored === undefined} />
			{draft.clash ? <KeyClashNotice clash={draft.clash} draft={draft} onTheirs={onClose} /> : null}
			{draft.failure ? (
				<p role="alert" className="text-danger text-sm">
					{draft.failure}
				</p>
			) : null}
			<DialogFooter>
				{stored ? (
					<Button variant="ghost-danger" className="mr-auto" onClick={() => setRemoving(true)}>
						{t("remove")}
					</Button>
				) : null}
				<Button onClick={onClose}>{common("cancel")}</Button>
				<Button
					type="submit"
					variant="primary"
					disabled={draft.isPending || draft.clash !== undefined || !draft.isChanged}
				>
					{stored ? common("save") : t("add")}
				</Button>
			</DialogFooter>
			{stored && isRemoving ? (
				<KeyRemove
					guildId={guildId}
					stored={stored}
					revision={list.revision}
					onRemoved={onClose}
					onClose={() => setRemoving(false)}
				/>
			) : null}
		</form>
	);
}
