import { useTranslations } from "next-intl";
import { ChannelMarks } from "@/components/channels/channel-marks";
import { ChannelName } from "@/components/discord/channel-name";
import type { ChannelDetail } from "@/lib/channels/schema";
import { isChannelTypeName } from "@/lib/discord/channels";

/** A channel's name, kind, marks and topic. */
export function ChannelHeading({ channel }: { channel: ChannelDetail }) {
	const t = useTranslations("discord.channelTypes");
	return (
		<header className="py-2">
			<div className="flex min-h-8 flex-wrap items-center gap-2">
				<h1 className="min-w-0 font-semibold text-xl tracking-tight">
					<ChannelName channel={channel} className="max-w-full" />
				</h1>
				<span className="text-muted text-sm">
					{t(isChannelTypeName(channel.type) ? channel.type : "unknown")}
				</span>
				<ChannelMarks channel={channel} />
			</div>
			{channel.topic ? (
				<p className="max-w-3xl whitespace-pre-wrap break-words text-muted text-sm">{channel.topic}</p>
			) : null}
		</header>
	);
}
