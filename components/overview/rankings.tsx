import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ChartCard } from "@/components/charts/chart-card";
import { RankedBars } from "@/components/charts/ranked-bars";
import { ChannelLink } from "@/components/discord/channel-link";
import { MemberLink } from "@/components/discord/member-link";
import { searchString } from "@/lib/api/client";
import { spelledCommand } from "@/lib/discord/command-name";
import { formatPercent } from "@/lib/format";
import type { OverviewQuery, RankedChannel, RankedCommand, RankedMember } from "@/lib/overview/schema";

type TopChannelsProps = { guildId: string; channels: readonly RankedChannel[] };

/** The channels with the most messages, each leading to its page. */
export function TopChannels({ guildId, channels }: TopChannelsProps) {
	const t = useTranslations("overview.top");
	return (
		<ChartCard>
			<RankedBars
				title={t("channels")}
				summary={t("byMessages")}
				measure={t("messages")}
				items={channels.map(({ id, name, type, messages, previous }) => ({
					key: id,
					name: name ?? t("unknownChannel", { id }),
					label: (
						<ChannelLink
							guildId={guildId}
							channel={{ id, name: name ?? t("unknownChannel", { id }), type }}
						/>
					),
					value: messages,
					previous,
				}))}
			/>
		</ChartCard>
	);
}

type TopMembersProps = { guildId: string; members: readonly RankedMember[]; cdn: string | null };

/** The people who wrote most, each leading to their profile. */
export function TopMembers({ guildId, members, cdn }: TopMembersProps) {
	const t = useTranslations("overview.top");
	return (
		<ChartCard>
			<RankedBars
				title={t("members")}
				summary={t("membersByMessages")}
				measure={t("messages")}
				items={members.map(({ messages, previous, ...person }) => ({
					key: person.id,
					name: person.name,
					label: <MemberLink guildId={guildId} person={person} cdn={cdn} />,
					value: messages,
					previous,
				}))}
			/>
		</ChartCard>
	);
}

type TopCommandsProps = {
	guildId: string;
	commands: readonly RankedCommand[];
	/** Null where the level may not open the executions. */
	period: OverviewQuery | null;
};

/** The commands used most, with the share that failed. */
export function TopCommands({ guildId, commands, period }: TopCommandsProps) {
	const t = useTranslations("overview.top");
	return (
		<ChartCard>
			<RankedBars
				title={t("commands")}
				summary={t("byUses")}
				measure={t("uses")}
				items={commands.map((command) => ({
					key: command.name,
					name: spelledCommand(command.name),
					label: <CommandLabel guildId={guildId} command={command} period={period} />,
					value: command.executions,
					previous: command.previous,
				}))}
			/>
		</ChartCard>
	);
}

type CommandLabelProps = { guildId: string; command: RankedCommand; period: OverviewQuery | null };

function CommandLabel({ guildId, command: { name, executions, errors }, period }: CommandLabelProps) {
	const t = useTranslations("overview.top");
	const locale = useLocale();
	const address = `/guilds/${guildId}/commands/executions${searchString({ command: name, ...period })}`;
	return (
		<span className="inline-flex max-w-full items-baseline gap-2 align-bottom">
			{period ? (
				<Link href={address} className="truncate font-mono hover:underline">
					{spelledCommand(name)}
				</Link>
			) : (
				<span className="truncate font-mono">{spelledCommand(name)}</span>
			)}
			{errors > 0 ? (
				<span className="shrink-0 text-muted text-xs">
					{t("failed", { percent: formatPercent(errors / executions, locale) })}
				</span>
			) : null}
		</span>
	);
}
