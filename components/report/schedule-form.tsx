"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/layout/format";
import { useProblemText } from "@/components/layout/use-problem-text";
import { ScheduleState } from "@/components/report/schedule-state";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { formatWeekday } from "@/lib/format";
import { locales } from "@/lib/i18n/config";
import { saveScheduleMutation } from "@/lib/report/queries";
import type { ReportLocale, ReportSchedule } from "@/lib/report/schema";

type ScheduleFormProps = {
	guildId: string;
	schedule: ReportSchedule;
	channels: readonly { id: string; name: string }[];
};

/** Chooses the channel, the day and the hour of the post, or turns it off. */
export function ScheduleForm({ guildId, schedule: first, channels }: ScheduleFormProps) {
	const t = useTranslations("report.schedule");
	const problemText = useProblemText();
	const [saved, setSaved] = useState(first);
	const [draft, setDraft] = useState({ ...first, channelId: first.channelId ?? "" });
	const save = useMutation(saveScheduleMutation(guildId));
	const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
	const submit = () => {
		const { channelId, weekday, hour, locale, enabled } = draft;
		const wish = { channelId, weekday, hour, locale, enabled, revision: saved.revision };
		save.mutate(wish, { onSuccess: setSaved });
	};
	return (
		<form
			className="flex flex-col gap-3"
			onSubmit={(event) => {
				event.preventDefault();
				submit();
			}}
		>
			<label className="flex items-center gap-2 text-sm">
				<Switch checked={draft.enabled} onChange={(event) => change({ enabled: event.target.checked })} />
				{t("enabled")}
			</label>
			<div className="grid gap-3 sm:grid-cols-4">
				<Field id="report-channel" label={t("channel")}>
					{(control) => (
						<Combobox
							{...control}
							label={t("channel")}
							placeholder={t("chooseChannel")}
							options={channels.map(({ id, name }) => ({ value: id, label: `#${name}` }))}
							value={draft.channelId}
							onValueChange={(channelId) => change({ channelId })}
						/>
					)}
				</Field>
				<Times draft={draft} onChange={change} />
			</div>
			{save.error ? (
				<p role="alert" className="text-danger text-sm">
					{problemText(save.error)}
				</p>
			) : null}
			<div className="flex flex-wrap items-center gap-3">
				<Button type="submit" variant="primary" disabled={draft.channelId === "" || save.isPending}>
					{t("save")}
				</Button>
				<ScheduleState schedule={saved} />
			</div>
		</form>
	);
}

type Draft = Pick<ReportSchedule, "weekday" | "hour" | "locale">;

function Times({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
	const t = useTranslations("report.schedule");
	const { locale } = useFormat();
	const hour = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
	return (
		<>
			<Field id="report-weekday" label={t("weekday")}>
				{(control) => (
					<Select
						{...control}
						value={draft.weekday}
						onChange={(event) => onChange({ weekday: Number(event.target.value) })}
					>
						{[1, 2, 3, 4, 5, 6, 7].map((day) => (
							<option key={day} value={day}>
								{formatWeekday(day, locale)}
							</option>
						))}
					</Select>
				)}
			</Field>
			<Field id="report-hour" label={t("hour")}>
				{(control) => (
					<Select
						{...control}
						value={draft.hour}
						onChange={(event) => onChange({ hour: Number(event.target.value) })}
					>
						{Array.from({ length: 24 }, (_, at) => at).map((at) => (
							<option key={at} value={at}>
								{hour.format(Date.UTC(2024, 0, 1, at))}
							</option>
						))}
					</Select>
				)}
			</Field>
			<Field id="report-locale" label={t("locale")}>
				{(control) => (
					<Select
						{...control}
						value={draft.locale}
						onChange={(event) => onChange({ locale: event.target.value as ReportLocale })}
					>
						{locales.map((name) => (
							<option key={name} value={name}>
								{t(`locales.${name}`)}
							</option>
						))}
					</Select>
				)}
			</Field>
		</>
	);
}
