/**
 * Who may do what: one number per permission, the lowest level that holds it.
 * 7 owner · 6 Administrator or granted admin · 5 Manage Server · 4, 3 moderators · 2 helper · 1 read-only · 0 nobody.
 * The policies in the database carry the same numbers (prisma/tests/policies.test.ts compares them); this table only
 * decides what the interface offers and gives a refused request its reason.
 */
export const permissions = {
	"overview.read": 1,
	"charts.write": 1,
	"members.read": 1,
	"members.activity": 5,
	"roles.read": 1,
	"roles.assign": 5,
	"channels.read": 1,
	"members.moderate": 3,
	"messages.read": 3,
	"messages.delete": 3,
	"messages.send": 5,
	"commands.read": 2,
	"audit.read": 3,
	"changes.read": 5,
	"cases.read": 2,
	"cases.write": 3,
	"notes.read": 2,
	"notes.write": 2,
	"appeals.read": 3,
	"appeals.write": 4,
	"config.read": 3,
	"config.write": 5,
	"rules.read": 3,
	"rules.write": 5,
	"content.read": 2,
	"content.write": 4,
	"social.read": 1,
	"social.write": 4,
	"support.read": 2,
	"support.write": 2,
	"knowledge.write": 4,
	"insight.read": 5,
	"access.read": 5,
	"admins.write": 6,
	"billing.read": 6,
	"billing.write": 6,
} as const satisfies Record<string, Level>;

export type Level = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
export type Permission = keyof typeof permissions;

/** Whether `level` holds `permission`; an unknown permission is refused. */
export function may(level: number, permission: Permission): boolean {
	const needed = permissions[permission] as number | undefined;
	return needed !== undefined && level >= needed;
}

/** The message key (namespace `common.level`) of a level's name. */
export const levelNames = {
	0: "none",
	1: "reader",
	2: "helper",
	3: "moderator",
	4: "seniorModerator",
	5: "manager",
	6: "admin",
	7: "owner",
} as const satisfies Record<Level, string>;
