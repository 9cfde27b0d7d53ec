import Link from "next/link";
import { useTranslations } from "next-intl";
import { PermissionCell } from "@/components/discord/permission-cell";
import { RoleDot } from "@/components/discord/role-pill";
import { type PermissionCategory, permissionCategories, permissionsIn } from "@/lib/discord/permissions";
import { grants } from "@/lib/roles/compare";
import type { RoleItem } from "@/lib/roles/schema";

type RoleMatrixProps = { guildId: string; roles: readonly RoleItem[] };

/** Every permission by every role; the names of both stay in view while it scrolls in its own region. */
export function RoleMatrix({ guildId, roles }: RoleMatrixProps) {
	const t = useTranslations("roles.matrix");
	return (
		<section
			aria-label={t("label")}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
			tabIndex={0}
			className="relative mt-3 max-h-[calc(100dvh-11rem)] overflow-auto rounded-lg border border-border bg-surface"
		>
			<table className="min-w-full border-separate border-spacing-0 text-sm">
				<thead>
					<tr>
						<th
							scope="col"
							className="sticky top-0 left-0 z-20 min-w-64 border-border border-r border-b bg-surface px-3 pb-2 text-left align-bottom font-medium text-muted text-xs"
						>
							{t("permission")}
						</th>
						{roles.map((role) => (
							<RoleHead key={role.id} guildId={guildId} role={role} />
						))}
					</tr>
				</thead>
				<tbody>
					{permissionCategories.map((category) => (
						<CategoryRows key={category} category={category} roles={roles} />
					))}
				</tbody>
			</table>
		</section>
	);
}

type CategoryRowsProps = { category: PermissionCategory; roles: readonly RoleItem[] };

/** A heading, and a row for each of its permissions. */
function CategoryRows({ category, roles }: CategoryRowsProps) {
	const discord = useTranslations("discord");
	return (
		<>
			<tr>
				<th
					scope="rowgroup"
					colSpan={roles.length + 1}
					className="h-8 border-border border-b bg-background text-left font-semibold text-muted text-xs"
				>
					<span className="sticky left-0 px-3">{discord(`permissionCategories.${category}`)}</span>
				</th>
			</tr>
			{permissionsIn(category).map((name) => (
				<tr key={name} className="group">
					<th
						scope="row"
						className="sticky left-0 z-10 h-8 max-w-64 truncate border-border border-r border-b bg-surface px-3 text-left font-normal group-hover:bg-hover"
					>
						{discord(`permissions.${name}`)}
					</th>
					{roles.map((role) => (
						<td
							key={role.id}
							className="h-8 w-11 min-w-11 border-border border-b text-center align-middle group-hover:bg-hover"
						>
							<PermissionCell state={grants(role.permissions, name) ? "allowed" : "inherit"} />
						</td>
					))}
				</tr>
			))}
		</>
	);
}

function RoleHead({ guildId, role }: { guildId: string; role: RoleItem }) {
	return (
		<th
			scope="col"
			className="sticky top-0 z-10 h-44 w-11 border-border border-b bg-surface pb-2 align-bottom font-medium text-xs"
		>
			<div className="flex justify-center">
				<Link
					href={`/guilds/${guildId}/roles/${role.id}`}
					title={role.name}
					className="flex max-h-40 w-6 rotate-180 items-center gap-1.5 rounded [writing-mode:vertical-rl] hover:underline"
				>
					<RoleDot colour={role.colour} />
					<span className="truncate">{role.name}</span>
				</Link>
			</div>
		</th>
	);
}
