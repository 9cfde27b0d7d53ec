"use client";

import { CalendarClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Conflict } from "@/components/cases/conflict";
import { ExpiryForm } from "@/components/cases/expiry-form";
import { Failure } from "@/components/cases/failure";
import { type OpenCase, useCaseEdit } from "@/components/cases/use-case";
import { Time } from "@/components/layout/time";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/toast";

/** When a case runs out; who may, moves that moment. */
export function CaseExpiry({ open, mayEdit }: { open: OpenCase; mayEdit: boolean }) {
	const t = useTranslations("cases");
	const [draft, setDraft] = useState<{ expiresAt: string | null; revision: string } | null>(null);
	const { detail } = open;
	const { code } = detail.type;
	const edit = useCaseEdit(open, () => {
		setDraft(null);
		notify({ tone: "good", title: t("saved.expiry") });
	});
	const stop = () => {
		setDraft(null);
		edit.reset();
	};
	const { conflict } = edit;
	if (draft && conflict) {
		return (
			<Conflict
				current={conflict}
				theirs={<Moment iso={conflict.expiresAt} />}
				yours={<Moment iso={draft.expiresAt} />}
				pending={edit.pending}
				onKeepYours={() => edit.save({ expiresAt: draft.expiresAt }, conflict.revision)}
				onKeepTheirs={() => {
					open.accept(conflict);
					stop();
				}}
			/>
		);
	}
	if (draft) {
		return (
			<>
				<ExpiryForm
					detail={detail}
					help={t(`expiry.help.${code === "TEMPBAN" || code === "TIMEOUT" ? code : "other"}`)}
					saveLabel={t("form.save")}
					pending={edit.pending}
					onSave={(expiresAt) => {
						setDraft({ ...draft, expiresAt });
						edit.save({ expiresAt }, draft.revision);
					}}
					onCancel={stop}
				/>
				<Failure error={edit.failure} />
			</>
		);
	}
	return (
		<span className="inline-flex items-center gap-1">
			<Moment iso={detail.expiresAt} />
			{mayEdit && detail.expiry !== "none" && detail.status === "open" ? (
				<IconButton
					size="icon-sm"
					label={t("expiry.edit")}
					className="-my-1"
					onClick={() => setDraft({ expiresAt: detail.expiresAt, revision: detail.revision })}
				>
					<CalendarClock aria-hidden />
				</IconButton>
			) : null}
		</span>
	);
}

function Moment({ iso }: { iso: string | null }) {
	const t = useTranslations("cases.facts");
	return iso === null ? t("never") : <Time value={iso} show="full" />;
}
