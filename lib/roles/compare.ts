import { hasBit, type PermissionName, permissionNames } from "@/lib/discord/permissions";

/** Whether a role with these bits grants a permission, by itself or because Administrator grants all. */
export function grants(bits: string, name: PermissionName): boolean {
	return hasBit(bits, name) || hasBit(bits, "ADMINISTRATOR");
}

export type PermissionDifference = { name: PermissionName; first: boolean; second: boolean };

/** What two roles grant, permission by permission: what differs, and what both grant or neither. */
export function comparePermissions(
	first: string,
	second: string,
): { different: PermissionDifference[]; same: PermissionDifference[] } {
	const all = permissionNames.map((name) => ({
		name,
		first: grants(first, name),
		second: grants(second, name),
	}));
	return {
		different: all.filter((each) => each.first !== each.second),
		same: all.filter((each) => each.first === each.second),
	};
}
