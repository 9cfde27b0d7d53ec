"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { copyText } from "@/components/ui/copy-text";
import { IconButton } from "@/components/ui/icon-button";

/** Copies text; answers whether it was just copied, for two seconds. */
export function useCopy(text: string): { copied: boolean; copy: () => void } {
	const [copied, setCopied] = useState(false);
	useEffect(() => {
		if (!copied) return;
		const timer = setTimeout(() => setCopied(false), 2000);
		return () => clearTimeout(timer);
	}, [copied]);
	const copy = () => {
		copyText(text).then(
			() => setCopied(true),
			() => setCopied(false),
		);
	};
	return { copied, copy };
}

/** An icon that copies `value`; `label` says what it is. */
export function CopyButton({ value, label }: { value: string; label: string }) {
	const t = useTranslations("common");
	const { copied, copy } = useCopy(value);
	return (
		<IconButton label={copied ? t("copied") : t("copyValue", { value: label })} size="icon-sm" onClick={copy}>
			{copied ? <Check aria-hidden className="text-good" /> : <Copy aria-hidden />}
		</IconButton>
	);
}
