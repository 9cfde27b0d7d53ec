"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { RoleDot } from "@/components/discord/role-pill";
import { useFormat } from "@/components/layout/format";
import { Snowflake } from "@/components/layout/snowflake";
import { Time } from "@/components/layout/time";
import { RoleFlags } from "@/components/roles/role-flags";
import { buttonStyles } from "@/components/ui/button";
import { snowflakeTime } from "@/lib/discord/snowflake";
import type { RoleItem } from "@/lib/roles/schema";

type RoleDetailProps = { guildId: string; role: RoleItem };

/** A role's name, place, members and flags. */
export function RoleDetail({ guildId, role }: RoleDetailProps) {
	const t = useTranslations("roles.detail");
	const format = useFormat();
	const isEveryone = role.id === guildId;
	return (
		<header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-border border-b py-3">
			<div className="min-w-0 flex-1 basis-64">
				<div className="flex flex-wrap items-center gap-2">
					<RoleDot colour={role.colour} />
					<h1 className="truncate font-semibold text-xl tracking-tight">{role.name}</h1>
					<RoleFlags role={role} />
				</div>
				<p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-muted text-sm">
					<span>{t("members", { count: role.members, shown: format.number(role.members) })}</span>
					<span>{t("position", { position: format.number(role.position) })}</span>
					{role.colour > 0 ? (
						<span className="font-mono text-xs">#{role.colour.toString(16).padStart(6, "0")}</span>
					) : null}
					<span>
						{t.rich("made", {
							when: () => <Time value={snowflakeTime(role.id).getTime()} show="date" />,
						})}
					</span>
					<Snowflake id={role.id} />
				</p>
			</div>
			<div className="flex gap-2">
				<Link href={`/guilds/${guildId}/roles?compare=${role.id},`} className={buttonStyles()}>
					{t("compare")}
				</Link>
				<Link
					href={`/guilds/${guildId}/members${isEveryone ? "" : `?role=${role.id}`}`}
					className={buttonStyles()}
				>
					{t("showMembers")}
				</Link>
			</div>
		</header>
	);
}
