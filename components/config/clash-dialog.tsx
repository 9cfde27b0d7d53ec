"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SettingValue } from "@/components/config/setting-value";
import type { ConfigDraft } from "@/components/config/use-config-draft";
import { Time } from "@/components/layout/time";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { cn } from "@/lib/cn";
import type { ConfigClash, SettingName } from "@/lib/config/schema";

type Side = "yours" | "theirs";

type ClashDialogProps = {
	clash: ConfigClash;
	draft: ConfigDraft;
	/** Called with the settings whose own change is given up. */
	onSettle: (theirs: readonly SettingName[]) => Promise<void>;
};

/** A refused save: both values of every setting in question, one of them to choose. */
export function ClashDialog({ clash, draft, onSettle }: ClashDialogProps) {
	const t = useTranslations("config.clash");
	const [sides, setSides] = useState<Partial<Record<SettingName, Side>>>({});
	const who = clash.savedBy?.name ?? t("somebody");
	const sideOf = (name: SettingName): Side => sides[name] ?? "yours";
	const settle = () => void onSettle(clash.clashes.filter((name) => sideOf(name) === "theirs"));
	return (
		<Dialog open onOpenChange={(open) => open || draft.dismissClash()}>
			<DialogContent
				title={t("title")}
				description={t.rich("description", {
					who,
					when: () => <Time value={clash.savedAt ?? 0} />,
				})}
				className="sm:w-[44rem]"
			>
				<div className="mt-3 flex flex-col gap-4">
					{clash.clashes.map((name) => (
						<ClashChoice
							key={name}
							name={name}
							side={sideOf(name)}
							onChange={(side) => setSides({ ...sides, [name]: side })}
							yours={draft.changes[name]}
							theirs={clash.settings[name]}
							who={who}
						/>
					))}
				</div>
				<DialogFooter>
					<Button onClick={draft.dismissClash}>{t("later")}</Button>
					<Button variant="primary" disabled={draft.isPending} onClick={settle}>
						{t("settle")}
					</Button>
				</DialogFooter>
			</DialogContent>
		</Dialog>
	);
}

type ClashChoiceProps = {
	name: SettingName;
	side: Side;
	onChange: (side: Side) => void;
	yours: unknown;
	theirs: unknown;
	who: string;
};

function ClashChoice({ name, side, onChange, yours, theirs, who }: ClashChoiceProps) {
	const t = useTranslations("config");
	const options = [
		{ value: "yours", label: t("clash.yours"), content: yours },
		{ value: "theirs", label: t("clash.theirs", { who }), content: theirs },
	] as const;
	return (
		<fieldset>
			<legend className="mb-1.5 font-medium text-sm">{t(`settings.${name}.label`)}</legend>
			<div className="grid gap-2 sm:grid-cols-2">
				{options.map(({ value, label, content }) => (
					<label
						key={value}
						className={cn(
							"flex min-w-0 items-start gap-2 rounded-md border p-2.5 text-sm",
							side === value ? "border-accent bg-accent-tint" : "border-border",
						)}
					>
						<input
							type="radio"
							name={`clash-${name}`}
							checked={side === value}
							onChange={() => onChange(value)}
							className="mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-field bg-surface checked:border-[5px] checked:border-accent-fill"
						/>
						<span className="flex min-w-0 flex-col gap-1">
							<span className="text-muted text-xs">{label}</span>
							<SettingValue name={name} value={content} />
						</span>
					</label>
				))}
			</div>
		</fieldset>
	);
}
