"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Opens the browser's own dialog; the page has a style for paper. */
export function PrintButton() {
	const t = useTranslations("report");
	return (
		<Button onClick={() => window.print()} className="noscript:hidden">
			<Printer aria-hidden />
			{t("print")}
		</Button>
	);
}
