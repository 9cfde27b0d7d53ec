"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/toast";
import { removeNoteMutation } from "@/lib/notes/queries";

/** Takes back a note that the reader wrote, after asking. */
export function RemoveNote({ guildId, noteNumber }: { guildId: string; noteNumber: number }) {
	const t = useTranslations("cases");
	const router = useRouter();
	const [asking, setAsking] = useState(false);
	const remove = useMutation(removeNoteMutation(useQueryClient(), guildId));
	const confirm = () =>
		remove.mutate(noteNumber, {
			onSuccess: () => {
				notify({ tone: "good", title: t("notes.removed") });
				router.refresh();
			},
			onError: () => notify({ tone: "danger", title: t("failed.title"), description: t("failed.network") }),
			onSettled: () => setAsking(false),
		});
	return (
		<>
			<IconButton size="icon-sm" label={t("notes.remove")} onClick={() => setAsking(true)}>
				<Trash2 aria-hidden />
			</IconButton>
			<ConfirmDialog
				open={asking}
				onOpenChange={setAsking}
				title={t("notes.confirmTitle")}
				consequence={t("notes.confirmText")}
				confirmLabel={t("notes.confirmLabel")}
				pending={remove.isPending}
				onConfirm={confirm}
			/>
		</>
	);
}
