"use client";

import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Gavel, Hash, User } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useDeferredValue, useState } from "react";
import { GuildIcon } from "@/components/layout/guild-icon";
import { navigationFor, pageHref } from "@/components/layout/navigation";
import type { ShellGuild, ShellGuildLink } from "@/components/layout/shell-types";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { guildSearchQuery } from "@/lib/guilds/queries";
import type { SearchResults } from "@/lib/guilds/schema";

type PaletteProps = { guild: ShellGuild | null; guilds: ShellGuildLink[]; onClose: () => void };

const groupStyle =
	"[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs";

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
						{guild ? <Pages guild={guild} fits={fits} onClose={onClose} /> : null}
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

type EntryProps = {
	href: string;
	value: string;
	/** Shown, but not to be opened: what it answers is no longer what stands in the field. */
	disabled?: boolean;
	onClose: () => void;
	children: ReactNode;
};

function Entry({ href, value, disabled = false, onClose, children }: EntryProps) {
	const router = useRouter();
	const open = () => {
		onClose();
		router.push(href);
	};
	return (
		<Command.Item
			value={value}
			disabled={disabled}
			onSelect={open}
			className="flex h-9 items-center gap-2 rounded px-2 text-sm data-[selected=true]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted"
		>
			{children}
		</Command.Item>
	);
}

type PagesProps = { guild: ShellGuild; fits: (name: string) => boolean; onClose: () => void };

function Pages({ guild, fits, onClose }: PagesProps) {
	const t = useTranslations("nav");
	const pages = navigationFor(guild.level)
		.flatMap((group) => group.pages)
		.filter((page) => fits(t(`pages.${page.name}`)));
	if (pages.length === 0) return null;
	return (
		<Command.Group heading={t("palette.pages")} className={groupStyle}>
			{pages.map((page) => (
				<Entry key={page.name} href={pageHref(guild.id, page)} value={`page ${page.name}`} onClose={onClose}>
					<page.icon aria-hidden />
					<span className="flex-1">{t(`pages.${page.name}`)}</span>
					<Kbd>g</Kbd>
					<Kbd>{page.key}</Kbd>
				</Entry>
			))}
		</Command.Group>
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
			icon: <Hash aria-hidden />,
			text: channel.name,
			detail: null,
		})),
	];
	const groups = Map.groupBy(entries, (entry) => entry.heading);
	return [...groups].map(([heading, items]) => (
		<Command.Group key={heading} heading={heading} className={groupStyle}>
			{items.map((entry) => (
				<Entry key={entry.href} href={entry.href} value={entry.href} disabled={isStale} onClose={onClose}>
					{entry.icon}
					<span className="max-w-full shrink-0 truncate">{entry.text}</span>
					{entry.detail ? <span className="min-w-0 truncate text-muted">{entry.detail}</span> : null}
				</Entry>
			))}
		</Command.Group>
	));
}

function Servers({ guilds, onClose }: { guilds: ShellGuildLink[]; onClose: () => void }) {
	const t = useTranslations("nav.palette");
	if (guilds.length === 0) return null;
	return (
		<Command.Group heading={t("servers")} className={groupStyle}>
			{guilds.map((guild) => (
				<Entry key={guild.id} href={`/guilds/${guild.id}`} value={`server ${guild.id}`} onClose={onClose}>
					<GuildIcon name={guild.name} iconUrl={guild.iconUrl} className="size-5 rounded" />
					<span className="min-w-0 flex-1 truncate">{guild.name}</span>
				</Entry>
			))}
		</Command.Group>
	);
}
