import { Crown, Plus, Users } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { FavouriteButton } from "@/components/guilds/favourite-button";
import { GuildIcon } from "@/components/layout/guild-icon";
import { buttonStyles } from "@/components/ui/button";
import { levelNames } from "@/lib/auth/permissions";
import { formatNumber } from "@/lib/format";
import type { MyGuild } from "@/lib/guilds/mine";

type GuildRowProps = {
	guild: MyGuild;
	iconUrl: string | null;
	/** Discord's page that adds the bot; absent where it is a member. */
	inviteUrl?: string;
};

/** One server of the picker; the whole row opens it where there is something to open. */
export function GuildRow({ guild, iconUrl, inviteUrl }: GuildRowProps) {
	const t = useTranslations("servers");
	const level = useTranslations("common.level");
	const locale = useLocale();
	return (
		<li className="relative flex min-h-14 items-center gap-3 px-3 py-2 has-[a:hover]:bg-hover">
			<GuildIcon name={guild.name} iconUrl={iconUrl} className="size-9" />
			<div className="min-w-0 flex-1">
				{guild.stored ? (
					<Link
						href={`/guilds/${guild.id}`}
						className="block truncate font-medium after:absolute after:inset-0 after:content-['']"
					>
						{guild.name}
					</Link>
				) : (
					<p className="truncate font-medium">{guild.name}</p>
				)}
				<p className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
					<span className="inline-flex items-center gap-1">
						{guild.owner ? <Crown aria-hidden className="size-3.5" /> : null}
						{level(levelNames[guild.level])}
					</span>
					{guild.memberCount === null ? null : (
						<span className="inline-flex items-center gap-1 tabular-nums">
							<Users aria-hidden className="size-3.5" />
							{t("members", { count: guild.memberCount, exact: formatNumber(guild.memberCount, locale) })}
						</span>
					)}
				</p>
			</div>
			{inviteUrl ? (
				<a href={inviteUrl} className={buttonStyles({ size: "sm", className: "relative z-10" })}>
					<Plus aria-hidden />
					{t("invite")}
				</a>
			) : null}
			{guild.stored ? (
				<FavouriteButton guildId={guild.id} name={guild.name} favourite={guild.favourite} />
			) : null}
		</li>
	);
}
