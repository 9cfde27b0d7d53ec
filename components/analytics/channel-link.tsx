import Link from "next/link";
import { ChannelName } from "@/components/discord/channel-name";

type ChannelLinkProps = { guildId: string; channel: { id: string; name: string; type: string } };

/** A channel that leads to its page in this server. */
export function ChannelLink({ guildId, channel }: ChannelLinkProps) {
	return (
		<Link
			href={`/guilds/${guildId}/channels?channel=${channel.id}`}
			className="inline-flex max-w-full align-bottom hover:underline"
		>
			<ChannelName channel={channel} />
		</Link>
	);
}
