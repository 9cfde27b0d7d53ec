import { Pin, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Time } from "@/components/layout/time";
import { cn } from "@/lib/cn";
import { isMessageTypeName, isSystemMessage } from "@/lib/discord/messages";
import { Avatar } from "./avatar";
import { MemberLink } from "./member-link";
import { MessageBody } from "./message-body";
import { MessageContext } from "./message-context";
import { SystemMessage } from "./system-message";
import type { MessageView, Resolve } from "./types";
import { AppTag } from "./user-chip";

type MessageProps = {
	message: MessageView;
	resolve: Resolve;
	/** How its time is written: `full` where the order of a conversation matters. */
	time?: "when" | "full";
	className?: string;
};

/** A message as Discord shows it, with what Discord forgets: that it was deleted, and when. */
export function Message({ message, resolve, time = "when", className }: MessageProps) {
	const { author } = message;
	if (isSystemMessage(message.type)) {
		return <SystemMessage message={message} type={message.type} resolve={resolve} />;
	}
	return (
		<article
			id={`message-${message.id}`}
			className={cn("flex gap-3 py-2", message.deletedAt && "border-danger border-l-2 pl-2", className)}
		>
			<Avatar person={author} cdn={resolve.cdn} size={40} className="mt-0.5" />
			<div className="min-w-0 grow">
				<MessageContext message={message} resolve={resolve} />
				<MessageHead message={message} resolve={resolve} time={time} />
				<MessageBody message={message} resolve={resolve} />
			</div>
		</article>
	);
}

function MessageHead({ message, resolve, time }: Required<Omit<MessageProps, "className">>) {
	const t = useTranslations("discord");
	const { author } = message;
	return (
		<header className="flex flex-wrap items-center gap-x-2 text-muted text-xs">
			<span className="font-semibold text-base text-text">
				{message.isWebhook ? (
					<span className="truncate">{author.name}</span>
				) : (
					<MemberLink guildId={resolve.guildId} person={author} cdn={null} isNameOnly />
				)}
			</span>
			{(author.isBot || message.isWebhook) && <AppTag isWebhook={message.isWebhook ?? false} />}
			<Time value={message.sentAt} show={time} />
			{message.editedAt && (
				<span>
					({t("message.edited")} <Time value={message.editedAt} />)
				</span>
			)}
			{message.isPinned && (
				<span className="inline-flex items-center gap-1">
					<Pin aria-hidden="true" className="size-3" />
					{t("message.pinned")}
				</span>
			)}
			{message.deletedAt && (
				<span className="inline-flex items-center gap-1 text-danger">
					<Trash2 aria-hidden="true" className="size-3" />
					{t("message.deleted")} <Time value={message.deletedAt} />
				</span>
			)}
			{!isMessageTypeName(message.type) && <span>{t("message.unknownType", { type: message.type })}</span>}
		</header>
	);
}
