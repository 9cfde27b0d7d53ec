"use client";

import { Undo2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { SettingDiff } from "@/components/config/setting-diff";
import { UserChip } from "@/components/discord/user-chip";
import { Time } from "@/components/layout/time";
import { Badge } from "@/components/ui/badge";
import { buttonStyles } from "@/components/ui/button";
import { keyOfSetting } from "@/lib/config/key-json";
import { type ConfigRevision, isSettingName } from "@/lib/config/schema";

type RevisionCardProps = {
	revision: ConfigRevision;
	isCurrent: boolean;
	/** The settings' address; null for those who may not change them. */
	base: string | null;
	cdn: string | null;
};

/** One save: who, when, why, and each setting before and after, with ways back. */
export function RevisionCard({ revision, isCurrent, base, cdn }: RevisionCardProps) {
	const t = useTranslations("config.history");
	const names = Object.keys(revision.after);
	return (
		<li className="px-4 py-2">
			<div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 text-sm">
				<h2 className="font-semibold tabular-nums">{t("revision", { revision: revision.revision })}</h2>
				{isCurrent ? <Badge tone="good">{t("current")}</Badge> : null}
				{revision.author ? (
					<UserChip person={revision.author} cdn={cdn} />
				) : (
					<span className="text-muted">{t("somebody")}</span>
				)}
				<span className="text-muted">
					<Time value={revision.at} />
				</span>
				{revision.note ? <q className="min-w-0 text-muted">{revision.note}</q> : null}
				{base ? <WaysBack revision={revision} isCurrent={isCurrent} base={base} /> : null}
			</div>
			{names.length === 0 ? <p className="py-1 text-muted text-sm">{t("first")}</p> : null}
			<dl>
				{names.map((name) => (
					<SettingDiff
						key={name}
						name={name}
						before={revision.before[name]}
						after={revision.after[name]}
						action={
							base && names.length > 1 && isSettingName(name) ? (
								<UndoOne base={base} revision={revision.revision} name={name} />
							) : undefined
						}
					/>
				))}
			</dl>
		</li>
	);
}

type WaysBackProps = { revision: ConfigRevision; isCurrent: boolean; base: string };

function WaysBack({ revision: { revision, after }, isCurrent, base }: WaysBackProps) {
	const t = useTranslations("config.history");
	const style = buttonStyles({ size: "sm", variant: "ghost" });
	const changed = Object.keys(after).length;
	const page = Object.keys(after).some((name) => keyOfSetting(name)) ? `${base}/keys` : base;
	return (
		<span className="ml-auto flex gap-1">
			{changed > 0 ? (
				<Link
					href={`${page}?undo=${revision}`}
					aria-label={t("undoAllNamed", { revision })}
					className={style}
				>
					{t(changed > 1 ? "undoAll" : "undo")}
				</Link>
			) : null}
			{isCurrent ? null : (
				<Link
					href={`${base}?restore=${revision}`}
					aria-label={t("restoreNamed", { revision })}
					className={style}
				>
					{t("restore")}
				</Link>
			)}
		</span>
	);
}

function UndoOne({ base, revision, name }: { base: string; revision: number; name: string }) {
	const t = useTranslations("config");
	const setting = isSettingName(name) ? t(`settings.${name}.label`) : name;
	return (
		<Link
			href={`${base}?undo=${revision}&setting=${name}`}
			aria-label={t("history.undoNamed", { setting })}
			className={buttonStyles({ size: "sm", variant: "ghost" })}
		>
			<Undo2 aria-hidden />
			{t("history.undo")}
		</Link>
	);
}
