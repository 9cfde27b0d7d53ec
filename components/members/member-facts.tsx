"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { RolePill } from "@/components/discord/role-pill";
import { Fact } from "@/components/layout/fact";
import { useFormat } from "@/components/layout/format";
import { Time } from "@/components/layout/time";
import type { MemberProfile } from "@/lib/members/profile-schema";

type MemberFactsProps = { guildId: string; member: MemberProfile };

/** Dates, level and roles of a member. */
export function MemberFacts({ guildId, member }: MemberFactsProps) {
	const t = useTranslations("members.profile");
	const format = useFormat();
	return (
		<dl className="grid grid-cols-[minmax(6.5rem,auto)_1fr] gap-x-4 gap-y-1.5 text-sm">
			<Fact label={t(member.joinedInferred ? "seenFirst" : "joined")}>
				<Time value={member.joinedAt} show="full" />
			</Fact>
			{member.leftAt ? (
				<Fact label={t("left")}>
					<Time value={member.leftAt} show="full" />
				</Fact>
			) : null}
			{member.timedOutUntil ? (
				<Fact label={t("timedOutUntil")}>
					<Time value={member.timedOutUntil} show="full" />
				</Fact>
			) : null}
			{member.boostingSince ? (
				<Fact label={t("boostingSince")}>
					<Time value={member.boostingSince} show="date" />
				</Fact>
			) : null}
			<Fact label={t("account")}>
				<Time value={member.createdAt} show="date" />
			</Fact>
			{member.level === null ? null : (
				<Fact label={t("level")}>
					<span className="tabular-nums">
						{t("levelAndXp", { level: format.number(member.level), xp: format.number(member.xp ?? 0) })}
					</span>
				</Fact>
			)}
			{member.lastActiveAt ? (
				<Fact label={t("lastActive")}>
					<Time value={member.lastActiveAt} />
				</Fact>
			) : null}
			<Fact label={t("roles")}>
				<Roles guildId={guildId} roles={member.roles} />
			</Fact>
		</dl>
	);
}

function Roles({ guildId, roles }: { guildId: string; roles: MemberProfile["roles"] }) {
	const t = useTranslations("members.profile");
	if (roles.length === 0) return <span className="text-muted">{t("noRoles")}</span>;
	return (
		<ul className="flex flex-wrap gap-1">
			{roles.map((role) => (
				<li key={role.id} className="min-w-0 max-w-full">
					<Link href={`/guilds/${guildId}/roles/${role.id}`} className="flex min-h-6 items-center rounded">
						<RolePill role={role} className="hover:bg-hover" />
					</Link>
				</li>
			))}
		</ul>
	);
}
