import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ProfileCard } from "@/components/account/profile-card";
import { SessionList } from "@/components/account/session-list";
import { TimeZoneChoice } from "@/components/account/time-zone-choice";
import { TokenList } from "@/components/account/token-list";
import { LanguageChoice } from "@/components/layout/language-choice";
import { PageHeader } from "@/components/layout/page-header";
import { ThemeChoice } from "@/components/layout/theme-choice";
import { maxTokens } from "@/lib/account/limits";
import type { Session, Token } from "@/lib/account/schema";
import type { CurrentUser } from "@/lib/auth/session";
import type { MyGuild } from "@/lib/guilds/mine";

type AccountPageProps = {
	profile: CurrentUser;
	sessions: Session[];
	tokens: Token[];
	guilds: MyGuild[];
	cdn: string;
};

/** Profile, preferences, sessions and API tokens, one section each. */
export function AccountPage({ profile, sessions, tokens, guilds, cdn }: AccountPageProps) {
	const t = useTranslations("account");
	return (
		<div className="mx-auto flex max-w-3xl flex-col gap-6">
			<div>
				<PageHeader title={t("title")} description={t("description")} />
				<ProfileCard profile={profile} cdn={cdn} />
			</div>
			<Section title={t("preferences.title")} description={t("preferences.description")}>
				<div className="flex flex-wrap items-start gap-x-8 gap-y-4 p-4">
					<ThemeChoice />
					<LanguageChoice />
					<TimeZoneChoice value={profile.timeZone} />
				</div>
			</Section>
			<Section title={t("sessions.title")} description={t("sessions.description")}>
				<SessionList sessions={sessions} />
			</Section>
			<Section title={t("tokens.title")} description={t("tokens.description", { max: maxTokens })}>
				<TokenList tokens={tokens} guilds={guilds.map(({ id, name }) => ({ id, name }))} />
			</Section>
		</div>
	);
}

type SectionProps = { title: string; description: string; children: ReactNode };

function Section({ title, description, children }: SectionProps) {
	return (
		<section>
			<h2 className="font-semibold text-base">{title}</h2>
			<p className="mb-2 text-muted text-sm">{description}</p>
			<div className="overflow-hidden rounded-lg border border-border bg-surface">{children}</div>
		</section>
	);
}
