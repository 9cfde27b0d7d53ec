import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/format";
import { CustomEmoji } from "./custom-emoji";
import type { ReactionView } from "./types";

/** The reactions under a message with their counts. */
export function Reactions({ reactions, cdn }: { reactions: readonly ReactionView[]; cdn: string | null }) {
	const t = useTranslations("discord");
	const locale = useLocale();
	return (
		<ul className="flex flex-wrap gap-1">
			{reactions.map((reaction) => (
				<li
					key={reaction.id ?? reaction.name}
					className="inline-flex h-6 items-center gap-1 rounded border bg-surface px-1.5 text-xs"
				>
					<span className="sr-only">
						{t("message.reaction", { emoji: reaction.name, count: reaction.count })}
					</span>
					<span aria-hidden="true" className="inline-flex items-center gap-1">
						<CustomEmoji emoji={reaction} cdn={cdn} size={16} />
						{formatNumber(reaction.count, locale)}
					</span>
				</li>
			))}
		</ul>
	);
}
