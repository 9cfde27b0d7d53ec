import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { Section } from "@/components/cases/section";
import { OutsideLink } from "@/components/discord/outside-link";
import { Time } from "@/components/layout/time";
import type { CaseEvidence as Evidence } from "@/lib/cases/detail-schema";

/** The messages a case rests on, as far as they are stored here. */
export function CaseEvidence({ guildId, evidence }: { guildId: string; evidence: Evidence[] }) {
	const t = useTranslations("cases.evidence");
	if (evidence.length === 0) return null;
	return (
		<Section title={t("title")}>
			<ul className="flex flex-col gap-2">
				{evidence.map(({ messageId, message }) => (
					<li key={messageId} className="rounded-md border bg-background p-2 text-sm">
						{message ? (
							<>
								<p className="flex flex-wrap items-baseline gap-x-2">
									<span className="font-medium">{message.author}</span>
									<Time value={message.sentAt} show="full" className="text-muted text-xs" />
								</p>
								<p className="mt-0.5 line-clamp-6 whitespace-pre-wrap break-words">{message.content}</p>
								<OutsideLink
									href={`https://discord.com/channels/${guildId}/${message.channelId}/${messageId}`}
									className="mt-1 inline-flex items-center gap-1 text-xs"
								>
									<ExternalLink aria-hidden className="size-3" />
									{t("onDiscord")}
								</OutsideLink>
							</>
						) : (
							<p className="text-muted">{t("notStored", { id: messageId })}</p>
						)}
					</li>
				))}
			</ul>
		</Section>
	);
}
