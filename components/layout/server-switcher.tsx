"use client";

import { Check, ChevronsUpDown, LayoutGrid } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { closePopover } from "@/components/layout/close-popover";
import { GuildIcon } from "@/components/layout/guild-icon";
import type { ShellGuild, ShellGuildLink } from "@/components/layout/shell-types";
import { Input } from "@/components/ui/input";
import { levelNames } from "@/lib/auth/permissions";

/** From this many servers on, the list can be searched. */
const searchableFrom = 8;

/** Which server is open and with which level; opens the list of the others. */
export function ServerSwitcher({ guild, guilds }: { guild: ShellGuild; guilds: ShellGuildLink[] }) {
	const t = useTranslations();
	return (
		<div className="shrink-0 border-border border-b p-1">
			<button
				type="button"
				popoverTarget="server-switcher"
				title={t("nav.switchServer")}
				className="flex h-[calc(var(--topbar)-0.5rem-1px)] w-full items-center gap-2.5 rounded-md px-2 text-left hover:bg-hover"
			>
				<GuildIcon name={guild.name} iconUrl={guild.iconUrl} />
				<span className="min-w-0 flex-1 group-data-[sidebar=collapsed]/shell:md:sr-only">
					<span className="block truncate font-medium text-sm leading-4">{guild.name}</span>
					<span className="block truncate text-muted text-xs leading-4">
						{t(`common.level.${levelNames[guild.level]}`)}
					</span>
				</span>
				<ChevronsUpDown
					aria-hidden
					className="size-3.5 shrink-0 text-muted group-data-[sidebar=collapsed]/shell:md:hidden"
				/>
			</button>
			<div
				id="server-switcher"
				popover="auto"
				className="fixed top-(--topbar) right-auto bottom-auto left-1 m-0 w-72 max-w-[calc(100vw-0.5rem)] rounded-lg border border-border bg-raised p-1 text-text shadow-overlay"
			>
				<GuildList current={guild.id} guilds={guilds} />
			</div>
		</div>
	);
}

function GuildList({ current, guilds }: { current: string; guilds: ShellGuildLink[] }) {
	const t = useTranslations("nav");
	const [text, setText] = useState("");
	const wanted = text.trim().toLocaleLowerCase();
	const shown = guilds.filter((guild) => guild.name.toLocaleLowerCase().includes(wanted));
	const item = "flex min-h-9 items-center gap-2.5 rounded-md px-2 text-sm hover:bg-hover";
	return (
		<nav aria-label={t("servers")}>
			{guilds.length >= searchableFrom ? (
				<Input
					type="search"
					aria-label={t("findServer")}
					placeholder={t("findServer")}
					value={text}
					onChange={(event) => setText(event.target.value)}
					className="mb-1"
				/>
			) : null}
			<ul className="max-h-80 overflow-y-auto">
				{shown.map((guild) => (
					<li key={guild.id}>
						<Link
							href={`/guilds/${guild.id}`}
							aria-current={guild.id === current ? "true" : undefined}
							onClick={(event) => closePopover(event.currentTarget)}
							className={item}
						>
							<GuildIcon name={guild.name} iconUrl={guild.iconUrl} className="size-6" />
							<span className="min-w-0 flex-1 truncate">{guild.name}</span>
							{guild.id === current ? <Check aria-hidden className="size-4 shrink-0" /> : null}
						</Link>
					</li>
				))}
			</ul>
			<Link
				href="/guilds"
				onClick={(event) => closePopover(event.currentTarget)}
				className={`${item} mt-1 border-border border-t`}
			>
				<LayoutGrid aria-hidden className="mx-1 size-4 shrink-0 text-muted" />
				{t("allServers")}
			</Link>
		</nav>
	);
}
