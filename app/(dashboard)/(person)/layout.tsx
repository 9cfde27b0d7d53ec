import type { ReactNode } from "react";
import { AppShell } from "@/components/layout/app-shell";
import { FormatProvider } from "@/components/layout/format";
import { refusedIsNotFound } from "@/lib/auth/guild-page";
import { shellOfPerson } from "@/lib/guilds/shell";

/** Pages of the person: their servers and their account. */
export default async function PersonLayout({ children }: { children: ReactNode }) {
	const shell = await refusedIsNotFound(shellOfPerson);
	return (
		<FormatProvider timeZone={shell.timeZone} now={Date.now()}>
			<AppShell user={shell.user} guild={null} guilds={shell.guilds}>
				{children}
			</AppShell>
		</FormatProvider>
	);
}
