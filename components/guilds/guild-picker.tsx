import { ExternalLink, Server } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { GuildRow } from "@/components/guilds/guild-row";
import { OperatorVisit } from "@/components/guilds/operator-visit";
import { FilterBar } from "@/components/layout/filter-bar";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/layout/states";
import { Time } from "@/components/layout/time";
import { buttonStyles } from "@/components/ui/button";
import { guildIconUrl } from "@/lib/discord/cdn";
import type { MyGuild } from "@/lib/guilds/mine";
import type { PickerGroups } from "@/lib/guilds/picker";

type GuildPickerProps = {
	guilds: PickerGroups;
	/** How many servers the person has without the search. */
	total: number;
	query: string;
	/** When Discord last said which servers the person manages. */
	syncedAt: string | null;
	cdn: string;
	inviteUrl: (guildId: string) => string;
	/** Runs this instance, and may visit servers that gave them no access. */
	isOperator: boolean;
};

/** Discord's list counts as current for this long (milliseconds); after that the picker says how old it is. */
const CURRENT_MS = 3 * 60_000;

/** Which server? Those to open first, then those the bot left, then those it could be added to. */
export function GuildPicker({
	guilds,
	total,
	query,
	syncedAt,
	cdn,
	inviteUrl,
	isOperator,
}: GuildPickerProps) {
	const t = useTranslations("servers");
	const icon = (guild: MyGuild) => guildIconUrl(cdn, { id: guild.id, hash: guild.icon }, { size: 40 });
	const found = guilds.open.length + guilds.left.length + guilds.invite.length;
	const old = syncedAt !== null && Date.now() - Date.parse(syncedAt) > CURRENT_MS;
	return (
		<div className="mx-auto max-w-3xl">
			<PageHeader title={t("title")} description={t("description")} />
			{old ? (
				<p role="status" className="mb-2 rounded-md border border-border px-3 py-2 text-muted text-sm">
					{t.rich("stale", { when: () => <Time value={syncedAt} /> })}
				</p>
			) : null}
			{total > 0 ? (
				<FilterBar
					search={{ name: "q", label: t("search"), placeholder: t("searchPlaceholder") }}
					fields={[]}
				/>
			) : (
				<NoServers isOperator={isOperator} />
			)}
			{total > 0 && found === 0 ? (
				<EmptyState title={t("noMatch", { query })} reason={t("noMatchReason")} />
			) : null}
			<Group title={t("groups.open")} guilds={guilds.open}>
				{(guild) => <GuildRow key={guild.id} guild={guild} iconUrl={icon(guild)} />}
			</Group>
			<Group title={t("groups.left")} guilds={guilds.left}>
				{(guild) => (
					<GuildRow key={guild.id} guild={guild} iconUrl={icon(guild)} inviteUrl={inviteUrl(guild.id)} />
				)}
			</Group>
			<Group title={t("groups.invite")} guilds={guilds.invite}>
				{(guild) => (
					<GuildRow key={guild.id} guild={guild} iconUrl={icon(guild)} inviteUrl={inviteUrl(guild.id)} />
				)}
			</Group>
			{isOperator ? <OperatorVisit /> : null}
		</div>
	);
}

type GroupProps = { title: string; guilds: MyGuild[]; children: (guild: MyGuild) => ReactNode };

function Group({ title, guilds, children }: GroupProps) {
	if (guilds.length === 0) return null;
	return (
		<section className="mt-4">
			<h2 className="mb-1 font-medium text-muted text-sm">{title}</h2>
			<ul className="divide-y divide-border overflow-hidden rounded-lg border border-border bg-surface">
				{guilds.map(children)}
			</ul>
		</section>
	);
}

function NoServers({ isOperator }: { isOperator: boolean }) {
	const t = useTranslations("servers.none");
	return (
		<EmptyState
			icon={Server}
			title={t("title")}
			reason={t(isOperator ? "reasonOperator" : "reason")}
			action={
				<a href="https://discord.com/channels/@me" rel="noopener noreferrer" className={buttonStyles({})}>
					<ExternalLink aria-hidden />
					{t("openDiscord")}
				</a>
			}
		/>
	);
}
