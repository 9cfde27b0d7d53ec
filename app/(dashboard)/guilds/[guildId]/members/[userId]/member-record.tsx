import { Gavel } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { NoteForm } from "@/components/cases/note-form";
import { EmptyState } from "@/components/layout/states";
import { MemberFeed } from "@/components/members/member-feed";
import { MemberNotes } from "@/components/members/member-notes";
import type { GuildScope } from "@/lib/auth/scope";
import { listCases } from "@/lib/cases/data";
import { listNotes } from "@/lib/notes/data";
import { CaseRow } from "../case-row";

/** A member's newest cases and the notes about them. */
export async function memberRecord(guild: GuildScope, userId: string): Promise<ReactNode> {
	const t = await getTranslations("members.record");
	const { items } = await listCases(guild, { member: userId, limit: 25 });
	const notes = await listNotes(guild, userId);
	const base = `/guilds/${guild.guildId}/cases`;
	return (
		<div className="grid gap-4 xl:grid-cols-2">
			<section aria-label={t("cases")} className="min-w-0">
				{items.length === 0 ? (
					<EmptyState icon={Gavel} title={t("noCases")} reason={t("noCasesReason")} />
				) : (
					<MemberFeed all={{ href: `${base}?member=${userId}`, label: t("allCases") }}>
						{items.map((each) => (
							<CaseRow key={each.caseNumber} guildId={guild.guildId} item={each} />
						))}
					</MemberFeed>
				)}
			</section>
			<MemberNotes notes={notes} form={<NoteForm guildId={guild.guildId} member={userId} />} />
		</div>
	);
}
