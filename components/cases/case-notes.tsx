"use client";

import { useTranslations } from "next-intl";
import { NoteForm } from "@/components/cases/note-form";
import { RemoveNote } from "@/components/cases/remove-note";
import { Section } from "@/components/cases/section";
import { Avatar } from "@/components/discord/avatar";
import { Time } from "@/components/layout/time";
import type { CaseDetail } from "@/lib/cases/detail-schema";
import type { Note } from "@/lib/notes/schema";

type CaseNotesProps = {
	guildId: string;
	cdn: string | null;
	detail: Pick<CaseDetail, "member" | "caseNumber">;
	notes: Note[];
	mayNote: boolean;
};

/** What moderators and helpers wrote down about the member, this case's notes among them. */
export function CaseNotes({ guildId, cdn, detail, notes, mayNote }: CaseNotesProps) {
	const t = useTranslations("cases.notes");
	return (
		<Section title={t("title", { name: detail.member.name })}>
			{notes.length === 0 ? <p className="text-muted text-sm">{t("none")}</p> : null}
			<ul className="flex flex-col gap-3">
				{notes.map((note) => (
					<li key={note.noteNumber} className="flex gap-2 text-sm">
						<Avatar person={note.author} cdn={cdn} size={24} className="mt-0.5" />
						<div className="min-w-0 flex-1">
							<p className="flex flex-wrap items-baseline gap-x-2">
								<span className="font-medium">{note.author.name}</span>
								<span className="text-muted text-xs">
									<Time value={note.createdAt} />
									{note.caseNumber === null ? null : ` · ${t("onCase", { number: note.caseNumber })}`}
								</span>
							</p>
							<p className="whitespace-pre-wrap break-words">{note.content}</p>
						</div>
						{note.mine && mayNote ? <RemoveNote guildId={guildId} noteNumber={note.noteNumber} /> : null}
					</li>
				))}
			</ul>
			{mayNote ? (
				<NoteForm guildId={guildId} member={detail.member.id} caseNumber={detail.caseNumber} />
			) : null}
		</Section>
	);
}
