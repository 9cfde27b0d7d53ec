"use client";

import { CaseActions } from "@/components/cases/case-actions";
import { CaseAppeals } from "@/components/cases/case-appeals";
import { CaseEvidence } from "@/components/cases/case-evidence";
import { CaseFacts } from "@/components/cases/case-facts";
import { CaseHistory } from "@/components/cases/case-history";
import { CaseMetadata } from "@/components/cases/case-metadata";
import { CaseNotes } from "@/components/cases/case-notes";
import { CaseReason } from "@/components/cases/case-reason";
import { CaseStatus } from "@/components/cases/case-status";
import { CaseType } from "@/components/cases/case-type";
import { MemberRecord } from "@/components/cases/member-record";
import { useOpenCase } from "@/components/cases/use-case";
import { LiveRefresh } from "@/components/layout/live/live-refresh";
import type { CaseFile } from "@/lib/cases/case-file";
import { orderKeys } from "@/lib/orders/queries";

export type CaseViewProps = {
	guildId: string;
	cdn: string | null;
	file: CaseFile;
};

/** One case in full; the same in the panel and on its own page. */
export function CaseView({ guildId, cdn, file }: CaseViewProps) {
	const open = useOpenCase(guildId, file.detail);
	const { detail } = open;
	return (
		<article className="flex flex-col gap-4">
			<LiveRefresh guildId={guildId} topics={["cases"]} queryKeys={[orderKeys.all(guildId)]} />
			<div className="flex flex-wrap items-center gap-x-3 gap-y-2">
				<CaseType type={detail.type} className="font-medium text-base" />
				<CaseStatus status={detail.status} />
				<span className="flex-1" />
				{file.mayEdit ? <CaseActions open={open} /> : null}
			</div>
			<CaseReason open={open} mayEdit={file.mayEdit} />
			<div className="border-t pt-3">
				<CaseFacts open={open} cdn={cdn} mayEdit={file.mayEdit} />
			</div>
			<CaseEvidence guildId={guildId} evidence={detail.evidence} />
			<CaseAppeals appeals={file.appeals} />
			<CaseMetadata metadata={detail.metadata} />
			<MemberRecord guildId={guildId} detail={detail} />
			<CaseNotes guildId={guildId} cdn={cdn} detail={detail} notes={file.notes} mayNote={file.mayNote} />
			<CaseHistory events={detail.events} cdn={cdn} />
		</article>
	);
}
