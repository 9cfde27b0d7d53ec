import { Bot, LayoutDashboard, type LucideIcon, ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import type { AuditSource } from "@/lib/audit/schema";

const icons: Record<AuditSource, LucideIcon> = { change: LayoutDashboard, bot: Bot, discord: ScrollText };

/** Which log an entry is from. */
export function SourceBadge({ source }: { source: AuditSource }) {
	const t = useTranslations("audit.sources");
	const Icon = icons[source];
	return (
		<span title={t(`meaning.${source}`)} className="inline-flex items-center gap-1.5 align-middle text-muted">
			<Icon aria-hidden className="size-3.5 shrink-0" />
			{t(source)}
		</span>
	);
}
