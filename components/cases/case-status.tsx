import { CircleCheck, CircleDot, CircleOff, Hourglass, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { CaseStatus as Status } from "@/lib/cases/kinds";

const looks: Record<Status, { icon: LucideIcon; tone: BadgeTone }> = {
	open: { icon: CircleDot, tone: "info" },
	closed: { icon: CircleCheck, tone: "outline" },
	expired: { icon: Hourglass, tone: "outline" },
	voided: { icon: CircleOff, tone: "neutral" },
};

/** What a case is now: icon and word; colour only for what is still open. */
export function CaseStatus({ status }: { status: Status }) {
	const t = useTranslations("cases.statuses");
	const { icon: Icon, tone } = looks[status];
	return (
		<Badge tone={tone}>
			<Icon aria-hidden />
			{t(status)}
		</Badge>
	);
}
