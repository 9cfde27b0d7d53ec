import { Image as ImageIcon, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { OutsideLink } from "./outside-link";
import type { EmbedView } from "./types";

/** The pictures and videos of an embed as links: they live on other hosts, so nothing is fetched. */
export function EmbedMedia({ embed }: { embed: Pick<EmbedView, "image" | "thumbnail" | "video"> }) {
	const t = useTranslations("discord");
	const media = [
		{ kind: "video", url: embed.video?.url },
		{ kind: "image", url: embed.image?.url ?? embed.thumbnail?.url },
	] as const;
	const shown = media.filter(({ url }) => url !== undefined);
	return shown.length === 0 ? null : (
		<ul className="flex flex-wrap gap-2">
			{shown.map(({ kind, url = "" }) => (
				<li key={kind} className="inline-flex min-w-0 items-center gap-1.5 rounded border px-2 py-1 text-xs">
					{kind === "video" ? (
						<Play aria-hidden="true" className="size-3.5 shrink-0 text-muted" />
					) : (
						<ImageIcon aria-hidden="true" className="size-3.5 shrink-0 text-muted" />
					)}
					<OutsideLink href={url} className="truncate">
						{t(`message.${kind}`)} · {hostOf(url)}
					</OutsideLink>
				</li>
			))}
		</ul>
	);
}

function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).hostname : url;
}
