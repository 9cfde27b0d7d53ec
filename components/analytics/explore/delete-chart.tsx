"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import type { SavedChart } from "@/lib/explore/saved-schema";

type DeleteChartProps = {
	chart: Pick<SavedChart, "name" | "shared">;
	pending: boolean;
	onDelete: () => void;
	onClose: () => void;
};

/** Asks before a saved chart goes. */
export function DeleteChart({ chart: { name, shared }, pending, onDelete, onClose }: DeleteChartProps) {
	const t = useTranslations("explore.saved");
	return (
		<ConfirmDialog
			open
			onOpenChange={onClose}
			title={t("deleteTitle", { name })}
			consequence={t(shared ? "deleteSharedText" : "deleteText")}
			confirmLabel={t("deleteConfirm")}
			pending={pending}
			onConfirm={() => {
				onDelete();
				onClose();
			}}
		/>
	);
}
