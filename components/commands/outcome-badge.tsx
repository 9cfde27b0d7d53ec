import { Check, CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Outcome } from "@/lib/commands/schema";

/** How a use ended, with sign and word. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
	const t = useTranslations("commands.outcomes");
	return outcome === "ok" ? (
		<Badge tone="good">
			<Check aria-hidden />
			{t("ok")}
		</Badge>
	) : (
		<Badge tone="danger">
			<CircleAlert aria-hidden />
			{t("error")}
		</Badge>
	);
}
