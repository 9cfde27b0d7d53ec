import Link from "next/link";
import type { Named } from "@/lib/guilds/schema";
import { ChannelName } from "./channel-name";
import { MemberLink } from "./member-link";
import { RolePill } from "./role-pill";

type NamedThingProps = { guildId: string; named: Named; cdn: string | null };

/** A user, channel or role as Discord shows it, leading to its page. */
export function NamedThing({ guildId, named, cdn }: NamedThingProps) {
	if (named.kind === "user") return <MemberLink guildId={guildId} person={named} cdn={cdn} />;
	const isChannel = named.kind === "channel";
	return (
		<Link
			href={`/guilds/${guildId}/${isChannel ? "channels" : "roles"}/${named.id}`}
			className="inline-flex min-w-0 max-w-full rounded align-bottom hover:underline"
		>
			{isChannel ? <ChannelName channel={named} /> : <RolePill role={named} />}
		</Link>
	);
}
