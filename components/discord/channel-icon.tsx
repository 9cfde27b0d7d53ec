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
import { channelIcon, type ChannelIcon as IconKey } from "@/lib/discord/channels";

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

type ChannelIconProps = {
	/** The stored text name: `guild_text`. */
	type: string;
	className?: string;
};

/** The icon of a channel type, beside a text that names it. */
export function ChannelIcon({ type, className }: ChannelIconProps) {
	const Icon = icons[channelIcon(type)];
	return <Icon aria-hidden="true" className={className} />;
}
