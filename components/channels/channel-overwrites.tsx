import { Check, ShieldCheck, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/discord/avatar";
import { RoleDot } from "@/components/discord/role-pill";
import { EmptyState } from "@/components/layout/states";
import type { ChannelDetail, ChannelOverwrite } from "@/lib/channels/schema";
import { isThread } from "@/lib/discord/channels";
import { namePermissions } from "@/lib/discord/permissions";

type ChannelOverwritesProps = { guildId: string; channel: ChannelDetail; cdn: string | null };

/** What a channel changes for roles and members, in the order in which Discord applies it. */
export function ChannelOverwrites({ guildId, channel, cdn }: ChannelOverwritesProps) {
	const t = useTranslations("channels.overwrites");
	if (channel.overwrites.length === 0)
		return <EmptyState icon={ShieldCheck} title={t("none")} reason={t("noneReason")} />;
	return (
		<>
			{isThread(channel.type) && channel.parent ? (
				<p className="pt-3 text-muted text-sm">{t("ofParent", { name: channel.parent.name })}</p>
			) : null}
			<ul className="mt-3 rounded-lg border border-border bg-surface">
				{channel.overwrites.map((overwrite) => (
					<li
						key={`${overwrite.kind}${overwrite.id}`}
						className="grid gap-x-4 gap-y-2 border-border border-b px-4 py-3 text-sm last:border-b-0 md:grid-cols-[14rem_1fr]"
					>
						<Target guildId={guildId} overwrite={overwrite} cdn={cdn} />
						<div className="flex min-w-0 flex-col gap-1.5">
							<Permissions bits={overwrite.deny} effect="deny" />
							<Permissions bits={overwrite.allow} effect="allow" />
						</div>
					</li>
				))}
			</ul>
		</>
	);
}

type TargetProps = { guildId: string; overwrite: ChannelOverwrite; cdn: string | null };

function Target({ guildId, overwrite: { id, kind, name, colour, avatar }, cdn }: TargetProps) {
	const t = useTranslations("channels.overwrites");
	const isMember = kind === "member";
	const shown = name ?? t("unknown", { id });
	return (
		<Link
			href={`/guilds/${guildId}/${isMember ? "members" : "roles"}/${id}`}
			className="flex min-h-6 min-w-0 items-center gap-2 self-start rounded font-medium hover:underline"
		>
			{isMember ? (
				<Avatar person={{ id, name: shown, avatar }} cdn={cdn} size={20} />
			) : (
				<RoleDot colour={colour} />
			)}
			<span className="truncate">{shown}</span>
		</Link>
	);
}

function Permissions({ bits, effect }: { bits: string; effect: "allow" | "deny" }) {
	const t = useTranslations("channels.overwrites");
	const discord = useTranslations("discord.permissions");
	const { names, unknownBits } = namePermissions(bits);
	if (names.length === 0 && unknownBits === 0n) return null;
	const words = names.map((name) => discord(name));
	if (unknownBits !== 0n) words.push(t("unknownBits", { bits: String(unknownBits) }));
	const isAllowed = effect === "allow";
	return (
		<p className="flex items-start gap-2 leading-6">
			<span
				className={`flex w-24 shrink-0 items-center gap-1 font-medium ${isAllowed ? "text-good" : "text-danger"}`}
			>
				{isAllowed ? <Check aria-hidden className="size-4" /> : <X aria-hidden className="size-4" />}
				{t(effect)}
			</span>
			<span className="min-w-0">{words.join(", ")}</span>
		</p>
	);
}
