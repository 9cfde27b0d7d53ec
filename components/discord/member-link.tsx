import Link from "next/link";
import type { Person } from "./types";
import { UserChip } from "./user-chip";

type MemberLinkProps = {
	guildId: string;
	person: Person;
	cdn: string | null;
	/** Picture in CSS pixels. */
	size?: number;
	/** Without the avatar, where there is one nearby. */
	isNameOnly?: boolean;
};

/** A person who leads to their profile in this server. */
export function MemberLink({ guildId, person, cdn, size = 20, isNameOnly = false }: MemberLinkProps) {
	return (
		<Link
			href={`/guilds/${guildId}/members/${person.id}`}
			className="inline-flex min-w-0 max-w-full rounded align-bottom hover:underline"
		>
			{isNameOnly ? (
				<span className="truncate">{person.name}</span>
			) : (
				<UserChip person={person} cdn={cdn} size={size} />
			)}
		</Link>
	);
}
