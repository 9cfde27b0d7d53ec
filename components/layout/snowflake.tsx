"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCopy } from "@/components/layout/copy-button";
import { cn } from "@/lib/cn";

/** A Discord id in monospace that copies itself when clicked. */
export function Snowflake({ id, className }: { id: string; className?: string }) {
	const t = useTranslations("common");
	const { copied, copy } = useCopy(id);
	return (
		<button
			type="button"
			onClick={copy}
			title={t("copyValue", { value: id })}
			className={cn(
				"group inline-flex min-h-6 items-center gap-1 rounded font-mono text-muted text-xs hover:text-text",
				className,
			)}
		>
			{id}
			{copied ? (
				<Check aria-hidden className="size-3 text-good" />
			) : (
				<Copy
					aria-hidden
					className="size-3 opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100"
				/>
			)}
			<span className="sr-only" aria-live="polite">
				{copied ? t("copied") : ""}
			</span>
		</button>
	);
}
