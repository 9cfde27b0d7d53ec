"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SettingValue } from "@/components/config/setting-value";
import { cn } from "@/lib/cn";
import { keyOfSetting } from "@/lib/config/key-json";
import { isSettingName } from "@/lib/config/schema";

type SettingDiffProps = {
	name: string;
	before: unknown;
	after: unknown;
	/** Beside the label, such as a button that takes the change back. */
	action?: ReactNode;
};

/** One changed setting: its label, what it was, what it becomes. */
export function SettingDiff({ name, before, after, action }: SettingDiffProps) {
	const t = useTranslations("config");
	const key = keyOfSetting(name);
	const label = isSettingName(name) ? t(`settings.${name}.label`) : (key ?? name);
	return (
		<div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-0.5 py-1.5 text-sm sm:grid-cols-[14rem_minmax(0,1fr)_auto]">
			<dt className={cn("min-w-0 break-words pt-0.5 font-medium", key && "font-mono")}>{label}</dt>
			<dd className="order-last col-span-full flex min-w-0 flex-wrap items-start gap-x-2 gap-y-1 pt-0.5 sm:order-none sm:col-span-1">
				<del className="min-w-0 max-w-full text-muted no-underline">
					<span className="sr-only">{t("before")} </span>
					<SettingValue name={name} value={before} other={after} />
				</del>
				<ArrowRight aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
				<ins className="min-w-0 max-w-full font-medium no-underline">
					<span className="sr-only">{t("after")} </span>
					<SettingValue name={name} value={after} />
				</ins>
			</dd>
			{action ? <dd className="-my-0.5">{action}</dd> : null}
		</div>
	);
}
