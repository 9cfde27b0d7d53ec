import { CircleCheck, CircleX, Hourglass, type LucideIcon, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Section } from "@/components/cases/section";
import { Time } from "@/components/layout/time";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { AppealStatus, CaseAppeal } from "@/lib/cases/appeals-data";

const looks: Record<AppealStatus, { icon: LucideIcon; tone: BadgeTone }> = {
	pending: { icon: Hourglass, tone: "warning" },
	accepted: { icon: CircleCheck, tone: "good" },
	denied: { icon: CircleX, tone: "danger" },
	withdrawn: { icon: Undo2, tone: "neutral" },
};

/** What the member wrote against the case, and what was decided; nothing where there is no appeal. */
export function CaseAppeals({ appeals }: { appeals: CaseAppeal[] }) {
	const t = useTranslations("cases.appeals");
	if (appeals.length === 0) return null;
	return (
		<Section title={t("title", { count: appeals.length })}>
			<ul className="flex flex-col gap-2">
				{appeals.map((appeal) => (
					<Appeal key={appeal.id} appeal={appeal} />
				))}
			</ul>
		</Section>
	);
}

function Appeal({ appeal }: { appeal: CaseAppeal }) {
	const t = useTranslations("cases.appeals");
	const { icon: Icon, tone } = looks[appeal.status];
	return (
		<li className="rounded-md border bg-background p-2 text-sm">
			<p className="flex flex-wrap items-center gap-x-2">
				<Badge tone={tone}>
					<Icon aria-hidden />
					{t(`statuses.${appeal.status}`)}
				</Badge>
				<Time value={appeal.createdAt} className="text-muted text-xs" />
			</p>
			<p className="mt-1 whitespace-pre-wrap break-words">{appeal.content}</p>
			{appeal.decidedAt ? (
				<div className="mt-2 border-t pt-2">
					<p className="text-muted text-xs">
						{t.rich("decided", {
							who: appeal.decidedBy?.name ?? t("somebody"),
							when: () => <Time value={appeal.decidedAt ?? 0} />,
						})}
					</p>
					{appeal.decision ? <p className="whitespace-pre-wrap break-words">{appeal.decision}</p> : null}
				</div>
			) : null}
		</li>
	);
}
