import { useTranslations } from "next-intl";
import { measuresFor } from "@/lib/explore/plan";
import type { Measure } from "@/lib/explore/schema";

const groups = {
	activity: ["messages", "replies", "activeMembers", "reactions"],
	members: ["joins", "leaves", "growth"],
	commands: ["executions", "errors", "errorRate", "responseMedian", "responseSlow"],
	voice: ["voiceMinutes", "voiceSessions"],
	moderation: ["cases", "casesVoided", "caseDuration", "appeals", "auditEntries", "botActions"],
	support: ["conversations", "tickets"],
} as const satisfies Record<string, readonly Measure[]>;

/** The measures that a level may see, as options of a select. */
export function MeasureOptions({ level }: { level: number }) {
	const t = useTranslations("explore");
	const allowed = measuresFor(level);
	return (Object.keys(groups) as (keyof typeof groups)[]).map((group) => {
		const offered = groups[group].filter((measure) => allowed.includes(measure));
		return offered.length === 0 ? null : (
			<optgroup key={group} label={t(`groups.${group}`)}>
				{offered.map((measure) => (
					<option key={measure} value={measure}>
						{t(`measures.${measure}`)}
					</option>
				))}
			</optgroup>
		);
	});
}
