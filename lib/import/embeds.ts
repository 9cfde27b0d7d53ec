import type { Cell } from "@/lib/import/copy";
import type { ExportEmbed, ExportImage } from "@/lib/import/export-format";
import { colorNumber } from "@/lib/import/people";

const proxy = /^https:\/\/(?:images-ext-\d+\.discordapp\.net|media\.discordapp\.net)\//;

/** Address, proxied address, height, width; the exporter gives the proxied one where there is one. */
function picture(image: ExportImage | null | undefined): Cell[] {
	const url = image?.url ?? null;
	const proxied = url && (image?.canonicalUrl || proxy.test(url)) ? url : null;
	return [image?.canonicalUrl || url, proxied, dimension(image?.height), dimension(image?.width)];
}

function dimension(pixels: number | null | undefined): number | null {
	if (pixels === null || pixels === undefined) return null;
	return pixels >= 0 && pixels < 2 ** 31 ? Math.round(pixels) : null;
}

/** The cells of `import_embeds`. The exporter writes "" for a title or description that is not there. */
export function embedCells(messageId: string, position: number, embed: ExportEmbed): Cell[] {
	const images = embed.images ?? [];
	return [
		messageId,
		position,
		embed.title || null,
		embed.description || null,
		embed.url ?? null,
		embed.timestamp ?? null,
		colorNumber(embed.color),
		embed.footer?.text ?? null,
		embed.footer?.iconCanonicalUrl ?? embed.footer?.iconUrl ?? null,
		...picture(images[0] ?? embed.image),
		...picture(embed.thumbnail),
		...picture(embed.video),
		embed.author?.name ?? null,
		embed.author?.url ?? null,
		embed.author?.iconCanonicalUrl ?? embed.author?.iconUrl ?? null,
		images.length > 1 ? JSON.stringify(images) : null,
	];
}
