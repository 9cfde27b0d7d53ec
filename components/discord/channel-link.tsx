import Link from "next/link";
import { ChannelName } from "./channel-name";

type ChannelLinkProps = {
	guildId: string;
	/** A channel that is there no more has no type, and no page. */
	channel: { id: string; name: string; type: string | null };
};

/** A channel that leads to its page in this server, while it has one. */
export function ChannelLink({ guildId, channel: { id, name, type } }: ChannelLinkProps) {
	if (type === null)
		return <ChannelName channel={{ name, type: "unknown" }} className="max-w-full align-bottom" />;
	return (
		<Link
			href={`/guilds/${guildId}/channels/${id}`}
			className="inline-flex max-w-full rounded align-bottom hover:underline"
		>
			<ChannelName channel={{ name, type }} />
		</Link>
	);
}
