import { Info } from "lucide-react";
import { useTranslations } from "next-intl";
import { Time } from "@/components/layout/time";
import type { MessageTypeName } from "@/lib/discord/messages";
import { MemberLink } from "./member-link";
import type { MessageView, Resolve } from "./types";

type SystemMessageProps = { message: MessageView; type: MessageTypeName; resolve: Resolve };

/** What Discord itself says, in words: "Ana joined the server." */
export function SystemMessage({ message, type, resolve }: SystemMessageProps) {
	const t = useTranslations("discord");
	return (
		<div className="flex items-start gap-2 py-1 text-muted text-sm">
			<Info aria-hidden="true" className="mt-0.5 ml-2 size-4 shrink-0" />
			<p className="min-w-0 break-words">
				{t.rich(`systemMessages.${type}`, {
					content: message.content || "…",
					person: () => (
						<MemberLink guildId={resolve.guildId} person={message.author} cdn={resolve.cdn} size={16} />
					),
				})}{" "}
				<Time value={message.sentAt} className="whitespace-nowrap text-xs" />
			</p>
		</div>
	);
}
