import { RoleCompare } from "@/components/roles/role-compare";
import { RoleMatrix } from "@/components/roles/role-matrix";
import { RolePermissions } from "@/components/roles/role-permissions";
import { RoleTable } from "@/components/roles/role-table";
import type { RoleItem, RoleView as View } from "@/lib/roles/schema";

type RoleViewProps = {
	guildId: string;
	roles: readonly RoleItem[];
	view: View;
	/** The role that a phone lists. */
	role: string | undefined;
};

/** The roles in the way that was chosen. */
export function RoleView({ guildId, roles, view, role }: RoleViewProps) {
	if (view === "hierarchy") return <RoleTable guildId={guildId} roles={roles} />;
	if (view === "compare") return <RoleCompare roles={roles} />;
	return (
		<>
			<div className="max-md:hidden">
				<RoleMatrix guildId={guildId} roles={roles} />
			</div>
			<div className="md:hidden">
				<RolePermissions roles={roles} chosen={role} />
			</div>
		</>
	);
}
