"use client";

import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ClashDialog } from "@/components/config/clash-dialog";
import { ConfigSection } from "@/components/config/config-section";
import { ConfigStatus } from "@/components/config/config-status";
import { LeaveWarning } from "@/components/config/leave-warning";
import { ReviewDialog } from "@/components/config/review-dialog";
import { SaveBar } from "@/components/config/save-bar";
import { type AskedChanges, useConfigDraft } from "@/components/config/use-config-draft";
import { useFittingSections } from "@/components/config/use-fitting-sections";
import { SearchField } from "@/components/layout/search-field";
import { EmptyState } from "@/components/layout/states";
import { useUrlState } from "@/components/layout/use-url-state";
import type { Level } from "@/lib/auth/permissions";
import type { Config, SettingName } from "@/lib/config/schema";

type ConfigFormProps = {
	guildId: string;
	level: Level;
	saved: Config;
	asked: AskedChanges | null;
};

/** Every setting in its section, a search over them, and what is needed to save changes. */
export function ConfigForm({ guildId, level, saved, asked }: ConfigFormProps) {
	const t = useTranslations("config");
	const url = useUrlState();
	const draft = useConfigDraft(guildId, saved, asked);
	const [note, setNote] = useState(asked?.note ?? "");
	const [isReviewing, setReviewing] = useState(asked !== null && Object.keys(asked.changes).length > 0);
	const fitting = useFittingSections(url.get("q"));
	const count = Object.keys(draft.changes).length;
	const save = async () => {
		setReviewing(false);
		if (await draft.save(note)) setNote("");
	};
	const settle = async (theirs: readonly SettingName[]) => {
		await draft.settle(theirs, note);
		setNote("");
	};
	return (
		<>
			<div className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
				<SearchField name="q" label={t("search")} placeholder={t("searchPlaceholder")} url={url} />
				<ConfigStatus guildId={guildId} config={draft.config} />
			</div>
			{asked !== null && Object.keys(asked.changes).length === 0 ? (
				<p role="status" className="mb-3 rounded-md bg-info-tint px-3 py-2 text-info text-sm">
					{t("asked.nothing")} {asked.isRestore ? t("asked.withoutKeys") : null}
				</p>
			) : null}
			<div className="flex flex-col gap-3">
				{fitting.map(({ name, settings }) => (
					<ConfigSection key={name} name={name} settings={settings} level={level} draft={draft} />
				))}
			</div>
			{fitting.length === 0 ? (
				<EmptyState icon={SearchX} title={t("noMatch")} reason={t("noMatchReason")} />
			) : null}
			{count > 0 ? <SaveBar draft={draft} onReview={() => setReviewing(true)} onSave={save} /> : null}
			<ReviewDialog
				draft={draft}
				isRestore={asked?.isRestore ?? false}
				open={isReviewing && count > 0 && draft.clash === undefined}
				onOpenChange={setReviewing}
				note={note}
				onNote={setNote}
				onSave={save}
			/>
			{draft.clash ? <ClashDialog clash={draft.clash} draft={draft} onSettle={settle} /> : null}
			<LeaveWarning active={count > 0} />
		</>
	);
}
