import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { refusedIsNotFound } from "@/lib/auth/guild-page";
import { inGuild } from "@/lib/auth/scope";
import { hasCase } from "@/lib/cases/data";
import { caseNumber } from "@/lib/cases/schema";

type CaseLayoutProps = { params: Promise<{ guildId: string; caseNumber: string }>; children: ReactNode };

/** Answers 404 for a number without a case before the loading state says 200. */
export default async function CaseLayout({ params, children }: CaseLayoutProps) {
	const { guildId, caseNumber: text } = await params;
	const number = caseNumber.safeParse(text);
	if (!number.success) notFound();
	const exists = await refusedIsNotFound(() =>
		inGuild(guildId, "cases.read", (guild) => hasCase(guild, number.data)),
	);
	if (!exists) notFound();
	return children;
}
