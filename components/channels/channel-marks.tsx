import { Archive, Lock, ShieldAlert, Timer } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { ChannelItem } from "@/lib/channels/schema";
import { formatDuration } from "@/lib/format";

type ChannelMarksProps = {
	channel: Pick<ChannelItem, "isPrivate" | "isNsfw" | "isArchived" | "isLocked" | "slowmode">;
};

/** What is out of the ordinary about a channel, in words. */
export function ChannelMarks({ channel }: ChannelMarksProps) {
	const t = useTranslations("channels.marks");
	const locale = useLocale();
	return (
		<>
			{channel.isPrivate ? (
				<Badge tone="outline" title={t("privateWhy")}>
					<Lock aria-hidden />
					{t("private")}
				</Badge>
			) : null}
			{channel.isNsfw ? (
				<Badge tone="danger">
					<ShieldAlert aria-hidden />
					{t("nsfw")}
				</Badge>
			) : null}
			{channel.slowmode > 0 ? (
				<Badge tone="outline">
					<Timer aria-hidden />
					{t("slowmode", { time: formatDuration(channel.slowmode, locale) })}
				</Badge>
			) : null}
			{channel.isArchived || channel.isLocked ? (
				<Badge tone="outline">
					<Archive aria-hidden />
					{t(channel.isLocked ? "locked" : "archived")}
				</Badge>
			) : null}
		</>
	);
}
