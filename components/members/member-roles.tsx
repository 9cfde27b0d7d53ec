import { useTranslations } from "next-intl";
import { RolePill } from "@/components/discord/role-pill";
import type { RoleRef } from "@/components/discord/types";

/** The highest roles as pills; how many more there are as a number that names them on hover. */
export function MemberRoles({ roles, max }: { roles: readonly RoleRef[]; max: number }) {
	const t = useTranslations("members");
	if (roles.length === 0) return null;
	const rest = roles.slice(max);
	return (
		<span className="flex min-w-0 items-center gap-1">
			{roles.slice(0, max).map((role) => (
				<RolePill key={role.id} role={role} className="min-w-0 max-w-36 text-text" />
			))}
			{rest.length > 0 ? (
				<span
					title={rest.map((role) => role.name).join(", ")}
					className="shrink-0 text-muted text-xs tabular-nums"
				>
					{t("moreRoles", { count: rest.length })}
				</span>
			) : null}
		</span>
	);
}
