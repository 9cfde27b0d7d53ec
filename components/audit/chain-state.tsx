"use client";

import { Link2, Link2Off } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ChainLink } from "@/lib/audit/schema";

/** Whether a change is as it was written and in its place. */
export function ChainState({ chain, heading: Heading }: { chain: ChainLink; heading: "h2" | "h3" }) {
	const t = useTranslations("audit.detail");
	const holds = chain.intact && chain.followsPrevious !== false && chain.precedesNext !== false;
	const Icon = holds ? Link2 : Link2Off;
	return (
		<section>
			<Heading className="mb-1.5 font-semibold text-sm">{t("chain")}</Heading>
			<div
				className={`flex gap-2 rounded-md p-3 text-sm ${holds ? "bg-good-tint text-good" : "bg-danger-tint text-danger"}`}
			>
				<Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
				<div className="min-w-0">
					<p>{t(holds ? "chainGood" : "chainBad", { number: chain.number })}</p>
					<code className="break-all font-mono text-xs">{chain.hash}</code>
				</div>
			</div>
			<p className="mt-1.5 text-muted text-xs">{t("chainMeaning")}</p>
		</section>
	);
}
