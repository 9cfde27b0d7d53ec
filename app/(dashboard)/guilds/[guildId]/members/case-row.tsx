import Link from "next/link";
import { CaseStatus } from "@/components/cases/case-status";
import { CaseType } from "@/components/cases/case-type";
import { Time } from "@/components/layout/time";
import { feedRow } from "@/components/members/member-feed";
import type { CaseListItem } from "@/lib/cases/schema";
import { cn } from "@/lib/cn";

/** A case of the member that the page is about. */
export function CaseRow({ guildId, item }: { guildId: string; item: CaseListItem }) {
	return (
		<li className={cn(feedRow, "max-md:flex-wrap")}>
			<Link
				href={`/guilds/${guildId}/cases/${item.caseNumber}`}
				className="shrink-0 rounded text-muted tabular-nums hover:underline"
			>
				#{item.caseNumber}
			</Link>
			<CaseType type={item.type} className="md:shrink-0" />
			<span className="min-w-0 flex-1 truncate text-muted max-md:order-last max-md:basis-full">
				{item.reason}
			</span>
			<CaseStatus status={item.status} />
			<span className="shrink-0 text-muted text-xs max-md:ml-auto">
				<Time value={item.createdAt} />
			</span>
		</li>
	);
}
