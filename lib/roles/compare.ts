import { hasBit, type PermissionName, permissionNames } from "@/lib/discord/permissions";

export type PermissionDifference = { name: PermissionName; first: boolean; second: boolean };

/** Two bit fields permission by permission: what differs, and what both have or lack. */
export function comparePermissions(
	first: string,
	second: string,
): { different: PermissionDifference[]; same: PermissionDifference[] } {
	const all = permissionNames.map((name) => ({
		name,
		first: hasBit(first, name),
		second: hasBit(second, name),
	}));
	return {
		different: all.filter((each) => each.first !== each.second),
		same: all.filter((each) => each.first === each.second),
	};
}
