import { useTranslations } from "next-intl";
import { cn } from "@/lib/cn";
import { isChannelTypeName } from "@/lib/discord/channels";
import { ChannelIcon } from "./channel-icon";
import type { ChannelRef } from "./types";

type ChannelNameProps = { channel: Pick<ChannelRef, "name" | "type">; className?: string };

/** A channel: the picture of its kind, said in words too, and its name. */
export function ChannelName({ channel, className }: ChannelNameProps) {
	const t = useTranslations("discord");
	const kind = t(`channelTypes.${isChannelTypeName(channel.type) ? channel.type : "unknown"}`);
	return (
		<span title={kind} className={cn("inline-flex min-w-0 items-center gap-1", className)}>
			<ChannelIcon type={channel.type} className="size-4 shrink-0 text-muted" />
			<span className="sr-only">{kind} </span>
			<span className="truncate">{channel.name}</span>
		</span>
	);
}
