import { Check, CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Outcome } from "@/lib/commands/schema";

/** How a use ended, with sign and word; the expected end stays quiet. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
	const t = useTranslations("commands.outcomes");
	return outcome === "ok" ? (
		<span className="inline-flex h-5 items-center gap-1 text-muted text-xs">
			<Check aria-hidden className="size-3 text-good" />
			{t("ok")}
		</span>
	) : (
		<Badge tone="danger">
			<CircleAlert aria-hidden />
			{t("error")}
		</Badge>
	);
}
