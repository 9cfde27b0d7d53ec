import { Image as ImageIcon, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { OutsideLink } from "./outside-link";
import type { EmbedView } from "./types";

type Media = Pick<EmbedView, "images" | "thumbnail" | "video">;

/**
 * The pictures and videos of an embed as links: they live on other hosts, so nothing is fetched. The icons beside its
 * author and its footer only decorate, and are left out.
 */
export function EmbedMedia({ embed }: { embed: Media }) {
	const t = useTranslations("discord");
	const shown = mediaOf(embed);
	return shown.length === 0 ? null : (
		<ul className="flex flex-wrap gap-2">
			{shown.map(({ kind, url }) => (
				<li key={url} className="inline-flex min-w-0 items-center gap-1.5 rounded border px-2 py-1 text-xs">
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

/** Each address once: the picture of a video or a link is often its thumbnail as well. */
function mediaOf({ images, thumbnail, video }: Media): { kind: "video" | "image"; url: string }[] {
	const pictures = new Set([...images, ...(thumbnail ? [thumbnail] : [])].map(({ url }) => url));
	if (video) pictures.delete(video.url);
	return [
		...(video ? [{ kind: "video" as const, url: video.url }] : []),
		...[...pictures].map((url) => ({ kind: "image" as const, url })),
	];
}

function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).hostname : url;
}
