"use client";

import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Gavel, User } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { ChannelIcon } from "@/components/discord/channel-icon";
import { GuildIcon } from "@/components/layout/guild-icon";
import { PaletteEntry, PaletteGroup } from "@/components/layout/palette-entry";
import { PalettePages } from "@/components/layout/palette-pages";
import type { ShellGuild, ShellGuildLink } from "@/components/layout/shell-types";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { guildSearchQuery } from "@/lib/guilds/queries";
import type { SearchResults } from "@/lib/guilds/schema";

type PaletteProps = { guild: ShellGuild | null; guilds: ShellGuildLink[]; onClose: () => void };

/** Ctrl-K: go to a page, server, member, channel or case by typing. Loaded lazily by the shell. */
export default function CommandPalette({ guild, guilds, onClose }: PaletteProps) {
	const t = useTranslations("nav.palette");
	const [text, setText] = useState("");
	const asked = useDeferredValue(text.trim());
	const search = useQuery(guildSearchQuery(guild?.id, asked));
	const found = text.trim() === "" ? undefined : search.data;
	const isStale = search.isFetching || asked !== text.trim();
	const fits = (name: string) => name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase());
	return (
		<Dialog open onOpenChange={onClose}>
			<DialogContent
				title={t("title")}
				hideTitle
				className="overflow-hidden p-0 sm:top-24 sm:w-[36rem] sm:translate-y-0"
			>
				<Command label={t("title")} loop shouldFilter={false}>
					<Command.Input
						value={text}
						onValueChange={setText}
						placeholder={t("placeholder")}
						className="h-11 w-full border-border border-b bg-transparent px-4 text-base outline-none placeholder:text-muted"
					/>
					<Command.List className="max-h-[24rem] overflow-y-auto p-2" aria-busy={search.isFetching}>
						{search.isFetching ? null : (
							<Command.Empty className="px-2 py-6 text-center text-muted text-sm">
								{search.isError ? t("failed") : t("empty")}
							</Command.Empty>
						)}
						{guild ? <PalettePages guild={guild} text={text.trim()} onClose={onClose} /> : null}
						{guild && found ? (
							<Found
								key={isStale ? "stale" : asked}
								guild={guild}
								results={found}
								isStale={isStale}
								onClose={onClose}
							/>
						) : null}
						<Servers guilds={guilds.filter(({ id, name }) => fits(name) || id === asked)} onClose={onClose} />
					</Command.List>
				</Command>
			</DialogContent>
		</Dialog>
	);
}

type FoundProps = { guild: ShellGuild; results: SearchResults; isStale: boolean; onClose: () => void };

/** What the server has matched; a case first, because only its own number finds it. */
function Found({ guild, results, isStale, onClose }: FoundProps) {
	const t = useTranslations("nav.palette");
	const base = `/guilds/${guild.id}`;
	const entries = [
		...results.cases.map((item) => ({
			heading: t("cases"),
			href: `${base}/cases/${item.caseNumber}`,
			icon: <Gavel aria-hidden />,
			text: t("case", { number: item.caseNumber, user: item.userName }),
			detail: item.reason,
		})),
		...results.members.map((member) => ({
			heading: t("members"),
			href: `${base}/members/${member.id}`,
			icon: <User aria-hidden />,
			text: member.name,
			detail: member.username === member.name ? null : member.username,
		})),
		...results.channels.map((channel) => ({
			heading: t("channels"),
			href: `${base}/channels/${channel.id}`,
			icon: <ChannelIcon type={channel.type} />,
			text: channel.name,
			detail: null,
		})),
	];
	const groups = Map.groupBy(entries, (entry) => entry.heading);
	return [...groups].map(([heading, items]) => (
		<PaletteGroup key={heading} heading={heading}>
			{items.map((entry) => (
				<PaletteEntry
					key={entry.href}
					href={entry.href}
					value={entry.href}
					disabled={isStale}
					onClose={onClose}
				>
					{entry.icon}
					<span className="max-w-full shrink-0 truncate">{entry.text}</span>
					{entry.detail ? <span className="min-w-0 truncate text-muted">{entry.detail}</span> : null}
				</PaletteEntry>
			))}
		</PaletteGroup>
	));
}

function Servers({ guilds, onClose }: { guilds: ShellGuildLink[]; onClose: () => void }) {
	const t = useTranslations("nav.palette");
	if (guilds.length === 0) return null;
	return (
		<PaletteGroup heading={t("servers")}>
			{guilds.map((guild) => (
				<PaletteEntry
					key={guild.id}
					href={`/guilds/${guild.id}`}
					value={`server ${guild.id}`}
					onClose={onClose}
				>
					<GuildIcon name={guild.name} iconUrl={guild.iconUrl} className="size-5 rounded" />
					<span className="min-w-0 flex-1 truncate">{guild.name}</span>
				</PaletteEntry>
			))}
		</PaletteGroup>
	);
}
