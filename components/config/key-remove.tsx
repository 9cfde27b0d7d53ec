"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/layout/use-problem-text";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { notify } from "@/components/ui/toast";
import { removeKeyMutation } from "@/lib/config/keys-queries";
import type { DynamicKey } from "@/lib/config/keys-schema";

type KeyRemoveProps = {
	guildId: string;
	stored: DynamicKey;
	/** The revision that the reader sees. */
	revision: number;
	note?: string;
	onRemoved: () => void;
	onClose: () => void;
};

/** Asks before a key is removed. */
export function KeyRemove({ guildId, stored, revision, note, onRemoved, onClose }: KeyRemoveProps) {
	const t = useTranslations("config");
	const problemText = useProblemText();
	const { mutate, isPending } = useMutation(removeKeyMutation(useQueryClient(), guildId));
	const remove = () =>
		mutate(
			{ key: stored.key, remove: { revision, ...(note === undefined ? {} : { note }) } },
			{
				onSuccess: () => {
					notify({ tone: "good", title: t("keys.removed", { key: stored.key }) });
					onRemoved();
				},
				onError: (error) => {
					notify({ tone: "danger", title: t("notSaved"), description: problemText(error) });
					onClose();
				},
			},
		);
	return (
		<ConfirmDialog
			open
			onOpenChange={(open) => open || onClose()}
			title={t("keys.removeTitle", { key: stored.key })}
			consequence={t("keys.removeConsequence")}
			confirmLabel={t("keys.remove")}
			pending={isPending}
			onConfirm={remove}
		/>
	);
}
