"use client";

import { useTranslations } from "next-intl";
import { SettingDiff } from "@/components/config/setting-diff";
import type { ConfigDraft } from "@/components/config/use-config-draft";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { changedNames } from "@/lib/config/changes";
import { limits } from "@/lib/config/schema";

type ReviewDialogProps = {
	draft: ConfigDraft;
	/** The changes go back to a whole revision, which leaves dynamic keys as they are. */
	isRestore: boolean;
	open: boolean;
	onOpenChange: (open: boolean) => void;
	note: string;
	onNote: (note: string) => void;
	onSave: () => Promise<void>;
};

/** Exactly the changed settings, before and after, with a word on why. */
export function ReviewDialog(props: ReviewDialogProps) {
	const { draft, isRestore, open, onOpenChange, note, onNote, onSave } = props;
	const t = useTranslations("config");
	const common = useTranslations("common");
	const names = changedNames(draft.changes);
	return (
		<Dialog open={open} onOpenChange={onOpenChange}>
			<DialogContent
				title={t("reviewTitle", { count: names.length })}
				description={t(isRestore ? "asked.withoutKeys" : "reviewDescription")}
				className="sm:w-[44rem]"
			>
				<dl className="mt-3 divide-y divide-border border-border border-y">
					{names.map((name) => (
						<SettingDiff
							key={name}
							name={name}
							before={draft.config.settings[name]}
							after={draft.changes[name]}
						/>
					))}
				</dl>
				<Field id="config-note" label={t("note")} hint={common("optional")} className="mt-3">
					{(control) => (
						<Input
							{...control}
							value={note}
							maxLength={limits.note}
							onChange={(event) => onNote(event.target.value)}
							placeholder={t("notePlaceholder")}
						/>
					)}
				</Field>
				<DialogFooter>
					<Button onClick={() => onOpenChange(false)}>{t("keepEditing")}</Button>
					<Button variant="primary" disabled={draft.isPending} onClick={() => void onSave()}>
						{t("saveChanges", { count: names.length })}
					</Button>
				</DialogFooter>
			</DialogContent>
		</Dialog>
	);
}
