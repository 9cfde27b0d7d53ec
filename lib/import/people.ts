import { avatars } from "@/lib/import/assets";
import type { CopyRows } from "@/lib/import/copy";
import type { ExportRole, ExportUser } from "@/lib/import/export-format";
import { stagingRows } from "@/lib/import/staging";

type Sighting = { user: ExportUser; first: string; firstMs: number; last: string; lastMs: number };

/** Everybody whom a batch mentions, once each, as they were in the latest of its messages. */
export class People {
	private readonly seen = new Map<string, Sighting>();
	/** A direct message shows a global name where a guild shows a nick. */
	private readonly direct: boolean;

	constructor(direct: boolean) {
		this.direct = direct;
	}

	/** @param at the message's time as it stands in the file */
	see(user: ExportUser, at: string, atMs: number): void {
		const known = this.seen.get(user.id);
		if (!known) {
			this.seen.set(user.id, { user, first: at, firstMs: atMs, last: at, lastMs: atMs });
			return;
		}
		if (atMs < known.firstMs) {
			known.first = at;
			known.firstMs = atMs;
		}
		// Among reactions, users come without their roles: that says nothing about them.
		if (atMs > known.lastMs || (known.user.roles === undefined && user.roles !== undefined)) {
			known.user = { ...user, roles: user.roles ?? known.user.roles ?? null };
		}
		if (atMs > known.lastMs) {
			known.last = at;
			known.lastMs = atMs;
		}
	}

	/** The rows of the batch, in the order of ids so that no two importers wait for each other in a circle. */
	rows(): CopyRows[] {
		const users = stagingRows("import_users");
		const roles = stagingRows("import_roles");
		const memberRoles = stagingRows("import_member_roles");
		const known = new Map<string, ExportRole>();
		for (const sighting of this.seen.values()) {
			users.add(this.userCells(sighting));
			const own = this.direct ? [] : (sighting.user.roles ?? []);
			for (const role of new Map(own.map((one) => [one.id, one])).values()) {
				known.set(role.id, role);
				memberRoles.add([sighting.user.id, role.id]);
			}
		}
		for (const { id, name, color, position } of known.values()) {
			roles.add([id, name, colorNumber(color) ?? 0, position]);
		}
		return [users, roles, memberRoles];
	}

	private userCells({ user, first, last }: Sighting) {
		const { user: avatar, member } = avatars(user);
		const shown = user.nickname && user.nickname !== user.name ? user.nickname : null;
		return [
			user.id,
			user.name,
			discriminator(user.discriminator),
			this.direct ? shown : null,
			user.isBot ?? false,
			avatar.hash,
			avatar.known,
			this.direct ? null : shown,
			member.hash,
			member.known,
			(user.roles?.length ?? 0) > 0,
			first,
			last,
		];
	}
}

/** The exporter writes "0000" for a name that has none. */
function discriminator(value: string | number | null | undefined): string | null {
	const digits = String(value ?? "").padStart(4, "0");
	return digits === "0000" ? null : digits;
}

/** `#5865F2` as Discord's number. */
export function colorNumber(color: string | null | undefined): number | null {
	return color ? Number.parseInt(color.slice(1), 16) : null;
}
