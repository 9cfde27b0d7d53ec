"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import type { CaseDetail } from "@/lib/cases/detail-schema";

const NewCaseDialog = dynamic(
	async () => (await import("@/components/orders/new-case-dialog")).NewCaseDialog,
);

type NewCaseButtonProps = { guildId: string; types: readonly { id: string; name: string }[] };

/** Opens the form for a case about anybody. */
export function NewCaseButton({ guildId, types }: NewCaseButtonProps) {
	const t = useTranslations("orders");
	const [isOpen, setOpen] = useState(false);
	const opened = ({ caseNumber: number, order }: CaseDetail) => {
		notify({
			tone: order.state === "none" ? "good" : "info",
			title: t(order.state === "none" ? "opened" : "placed", { number }),
		});
		setOpen(false);
	};
	return (
		<>
			<Button variant="primary" onClick={() => setOpen(true)}>
				<Plus aria-hidden />
				{t("newCase.open")}
			</Button>
			{isOpen ? (
				<NewCaseDialog guildId={guildId} types={types} onOpened={opened} onClose={() => setOpen(false)} />
			) : null}
		</>
	);
}
