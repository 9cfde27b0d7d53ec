import { useTranslations } from "next-intl";
import { stickerUrl } from "@/lib/discord/cdn";
import { Picture } from "./picture";
import type { StickerView } from "./types";

/** A sticker's picture, or its name where there is no plain picture of it. */
export function Sticker({ sticker, cdn }: { sticker: StickerView; cdn: string | null }) {
	const t = useTranslations("discord");
	const name = t("message.sticker", { name: sticker.name });
	const src = cdn === null ? null : stickerUrl(cdn, sticker, 96);
	return src ? (
		<span title={name} className="inline-block">
			<Picture src={src} alt={name} width={96} height={96} className="size-24 object-contain text-xs" />
		</span>
	) : (
		<span className="inline-block rounded border border-dashed px-2 py-1 text-muted text-xs">{name}</span>
	);
}
