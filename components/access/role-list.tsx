"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LevelBadge } from "@/components/access/level-badge";
import { RolePill } from "@/components/discord/role-pill";
import { UserChip } from "@/components/discord/user-chip";
import { Card, CardHeader } from "@/components/ui/card";
import { roleHoldersQuery } from "@/lib/access/queries";
import type { AccessRole } from "@/lib/access/schema";
import { cn } from "@/lib/cn";

type RoleListProps = { guildId: string; cdn: string | null; roles: readonly AccessRole[] };

/** The roles that give a level, each with who holds it. */
export function RoleList({ guildId, cdn, roles }: RoleListProps) {
	const t = useTranslations("access");
	return (
		<Card aria-labelledby="access-roles" className="mt-4">
			<CardHeader
				id="access-roles"
				title={t("rolesTitle")}
				description={t("rolesDescription")}
				actions={
					<Link
						href={`/guilds/${guildId}/configuration?q=perm_level`}
						className="text-accent text-sm hover:underline"
					>
						{t("toConfiguration")}
					</Link>
				}
			/>
			{roles.length === 0 ? <p className="px-4 py-3 text-muted text-sm">{t("noRoles")}</p> : null}
			<ul className="mt-2 divide-y divide-border border-border border-t">
				{roles.map((role) => (
					<RoleRow key={role.level} guildId={guildId} cdn={cdn} role={role} />
				))}
			</ul>
		</Card>
	);
}

function RoleRow({ guildId, cdn, role }: { guildId: string; cdn: string | null; role: AccessRole }) {
	const t = useTranslations("access");
	const [isOpen, setOpen] = useState(false);
	return (
		<li>
			<button
				type="button"
				aria-expanded={isOpen}
				aria-label={`${t("showHolders", { name: role.name })}, ${t("holders", { count: role.holders })}`}
				onClick={() => setOpen(!isOpen)}
				className="flex min-h-10 w-full flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1 text-left text-sm hover:bg-hover"
			>
				<ChevronRight
					aria-hidden
					className={cn("size-4 text-muted transition-transform", isOpen && "rotate-90")}
				/>
				<LevelBadge level={role.level} />
				<RolePill role={role} />
				{role.isDeleted ? <span className="text-warning">{t("deletedRole")}</span> : null}
				<span className="ml-auto text-muted tabular-nums">{t("holders", { count: role.holders })}</span>
			</button>
			{isOpen ? <Holders guildId={guildId} cdn={cdn} role={role} /> : null}
		</li>
	);
}

function Holders({ guildId, cdn, role }: { guildId: string; cdn: string | null; role: AccessRole }) {
	const t = useTranslations("access");
	const { data, isError } = useQuery(roleHoldersQuery(guildId, role.id));
	if (isError)
		return (
			<p role="alert" className="px-4 pb-3 text-danger text-sm">
				{t("holdersFailed")}
			</p>
		);
	if (data === undefined) return <p className="px-12 pb-3 text-muted text-sm">{t("loadingHolders")}</p>;
	return (
		<div className="px-12 pb-3 text-sm">
			<ul className="flex flex-wrap gap-x-4 gap-y-1.5">
				{data.map((member) => (
					<li key={member.id} className="min-w-0">
						<Link href={`/guilds/${guildId}/members/${member.id}`} className="hover:underline">
							<UserChip person={member} cdn={cdn} />
						</Link>
					</li>
				))}
			</ul>
			{data.length === 0 ? <p className="text-muted">{t("noHolders")}</p> : null}
			{role.holders > data.length ? (
				<p className="mt-2 text-muted">
					{t("firstHolders")}{" "}
					<Link href={`/guilds/${guildId}/members?role=${role.id}`} className="text-accent hover:underline">
						{t("allHolders")}
					</Link>
				</p>
			) : null}
		</div>
	);
}
