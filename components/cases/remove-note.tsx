"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useProblemText } from "@/components/layout/use-problem-text";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/toast";
import { removeNoteMutation } from "@/lib/notes/queries";

const ConfirmDialog = dynamic(async () => (await import("@/components/ui/alert-dialog")).ConfirmDialog);

/** Takes back a note that the reader wrote, after asking. */
export function RemoveNote({ guildId, noteNumber }: { guildId: string; noteNumber: number }) {
	const t = useTranslations("cases");
	const problemText = useProblemText();
	const router = useRouter();
	const [asking, setAsking] = useState(false);
	const remove = useMutation(removeNoteMutation(useQueryClient(), guildId));
	const confirm = () =>
		remove.mutate(noteNumber, {
			onSuccess: () => {
				notify({ tone: "good", title: t("notes.removed") });
				router.refresh();
			},
			onError: (error) =>
				notify({ tone: "danger", title: t("failed.title"), description: problemText(error) }),
			onSettled: () => setAsking(false),
		});
	return (
		<>
			<IconButton size="icon-sm" label={t("notes.remove")} onClick={() => setAsking(true)}>
				<Trash2 aria-hidden />
			</IconButton>
			{asking ? (
				<ConfirmDialog
					open
					onOpenChange={setAsking}
					title={t("notes.confirmTitle")}
					consequence={t("notes.confirmText")}
					confirmLabel={t("notes.confirmLabel")}
					pending={remove.isPending}
					onConfirm={confirm}
				/>
			) : null}
		</>
	);
}
