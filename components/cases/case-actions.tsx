"use client";

import { CircleCheck, CircleOff, type LucideIcon, RotateCcw } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CaseStatus } from "@/components/cases/case-status";
import { Conflict } from "@/components/cases/conflict";
import { ExpiryForm } from "@/components/cases/expiry-form";
import { Failure } from "@/components/cases/failure";
import { type OpenCase, useCaseEdit } from "@/components/cases/use-case";
import { useConsequence, verbs } from "@/components/cases/use-consequence";
import { useNow } from "@/components/layout/format";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import { needsNewExpiry } from "@/lib/cases/expiry";
import type { SettableStatus, CaseStatus as Status } from "@/lib/cases/kinds";

const ConfirmDialog = dynamic(async () => (await import("@/components/ui/alert-dialog")).ConfirmDialog);

const icons: Record<SettableStatus, LucideIcon> = { open: RotateCcw, closed: CircleCheck, voided: CircleOff };

/** Where a case can go from each status. */
const next: Record<Status, SettableStatus[]> = {
	open: ["closed", "voided"],
	expired: ["open", "voided"],
	closed: ["open", "voided"],
	voided: ["open"],
};

type Asked = { status: SettableStatus; expiresAt?: string | null; revision: string };

/** Close, reopen and void; each asks first and says what it does. What needs an expiry to be open is asked for one. */
export function CaseActions({ open }: { open: OpenCase }) {
	const t = useTranslations("cases.actions");
	const saved = useTranslations("cases.saved");
	const [asked, setAsked] = useState<Asked | null>(null);
	const { detail } = open;
	const number = detail.caseNumber;
	const edit = useCaseEdit(open, () => {
		if (asked) notify({ tone: "good", title: saved(asked.status, { number }) });
		setAsked(null);
	});
	const stop = () => {
		setAsked(null);
		edit.reset();
	};
	const { conflict } = edit;
	const consequence = useConsequence(detail);
	const needsExpiry = needsNewExpiry(detail, useNow());
	const verb = asked ? verbs[asked.status] : "close";
	const send = ({ revision, ...change }: Asked) => edit.save(change, revision);
	return (
		<>
			<fieldset aria-label={t("label")} className="flex flex-wrap gap-2">
				{next[detail.status].map((status) => {
					const Icon = icons[status];
					return (
						<Button key={status} size="sm" onClick={() => setAsked({ status, revision: detail.revision })}>
							<Icon aria-hidden />
							{t(verbs[status])}
						</Button>
					);
				})}
			</fieldset>
			{asked?.status === "open" && needsExpiry && conflict === null ? (
				<div className="basis-full">
					<ExpiryForm
						detail={{ ...detail, status: "open", expiresAt: null }}
						help={consequence("open")}
						saveLabel={t("confirm.reopenLabel", { number })}
						pending={edit.pending}
						onSave={(expiresAt) => {
							setAsked({ ...asked, expiresAt });
							send({ ...asked, expiresAt });
						}}
						onCancel={stop}
					/>
				</div>
			) : asked ? (
				<ConfirmDialog
					open={conflict === null && edit.failure === null}
					onOpenChange={(stay) => (stay ? undefined : stop())}
					title={t(`confirm.${verb}Title`, { number })}
					consequence={consequence(asked.status)}
					confirmLabel={t(`confirm.${verb}Label`, { number })}
					pending={edit.pending}
					onConfirm={() => send(asked)}
				/>
			) : null}
			{asked && conflict ? (
				<div className="basis-full">
					<Conflict
						current={conflict}
						theirs={<CaseStatus status={conflict.status} />}
						yours={<CaseStatus status={asked.status} />}
						pending={edit.pending}
						onKeepYours={() => send({ ...asked, revision: conflict.revision })}
						onKeepTheirs={() => {
							open.accept(conflict);
							stop();
						}}
					/>
				</div>
			) : null}
			<Failure error={edit.failure} />
		</>
	);
}
