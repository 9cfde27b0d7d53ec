import { Forward, Reply, Terminal } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "./avatar";
import type { MessageView, ReplyView, Resolve } from "./types";

type MessageContextProps = {
	message: Pick<MessageView, "reply" | "command" | "isForwarded">;
	resolve: Resolve;
};

/** The small line above a message: what it answers, which command it belongs to, that it was forwarded. */
export function MessageContext({ message: { reply, command, isForwarded }, resolve }: MessageContextProps) {
	const t = useTranslations("discord");
	return (
		<>
			{reply && <ReplyLine reply={reply} resolve={resolve} />}
			{command && (
				<Line icon={<Terminal aria-hidden="true" className="size-3.5 shrink-0" />}>
					{t("message.commandBy", {
						name: command.user?.name ?? t("names.unknownUser"),
						command: command.name,
					})}
				</Line>
			)}
			{isForwarded && (
				<Line icon={<Forward aria-hidden="true" className="size-3.5 shrink-0" />}>
					{t("message.forwarded")}
				</Line>
			)}
		</>
	);
}

/** Who and what is answered, on one line. */
function ReplyLine({ reply, resolve }: { reply: ReplyView; resolve: Resolve }) {
	const t = useTranslations("discord");
	const icon = <Reply aria-hidden="true" className="size-3.5 shrink-0" />;
	if (!reply.author) {
		return <Line icon={icon}>{t("message.replyMissing")}</Line>;
	}
	return (
		<Line icon={icon}>
			<Avatar person={reply.author} cdn={resolve.cdn} size={16} className="mr-1 align-text-bottom" />
			<span className="sr-only">{t("message.replyTo", { name: reply.author.name })} </span>
			<span aria-hidden="true" className="font-medium">
				{reply.author.name}
			</span>{" "}
			{reply.content === null
				? t("message.replyMissing")
				: reply.content.slice(0, 200) || t("message.noText")}
		</Line>
	);
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
	return (
		<p className="mb-0.5 flex min-w-0 items-center gap-1.5 text-muted text-xs">
			{icon}
			<span className="truncate">{children}</span>
		</p>
	);
}
