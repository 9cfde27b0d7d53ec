import {
	Compass,
	Folder,
	Hash,
	HelpCircle,
	Images,
	Lock,
	type LucideIcon,
	Megaphone,
	MessageCircle,
	MessagesSquare,
	Mic,
	Spline,
	Volume2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/lib/cn";
import { channelIcon, type ChannelIcon as IconKey, isChannelTypeName } from "@/lib/discord/channels";
import type { ChannelRef } from "./types";

const icons: Record<IconKey, LucideIcon> = {
	text: Hash,
	voice: Volume2,
	stage: Mic,
	category: Folder,
	announcement: Megaphone,
	thread: Spline,
	"private-thread": Lock,
	forum: MessagesSquare,
	media: Images,
	directory: Compass,
	direct: MessageCircle,
	unknown: HelpCircle,
};

type ChannelNameProps = { channel: Pick<ChannelRef, "name" | "type">; className?: string };

/** A channel: the picture of its kind, said in words too, and its name. */
export function ChannelName({ channel, className }: ChannelNameProps) {
	const t = useTranslations("discord");
	const Icon = icons[channelIcon(channel.type)];
	const kind = t(`channelTypes.${isChannelTypeName(channel.type) ? channel.type : "unknown"}`);
	return (
		<span title={kind} className={cn("inline-flex min-w-0 items-center gap-1", className)}>
			<Icon aria-hidden="true" className="size-4 shrink-0 text-muted" />
			<span className="sr-only">{kind} </span>
			<span className="truncate">{channel.name}</span>
		</span>
	);
}
