import { File, FileAudio, Film, Image as ImageIcon, type LucideIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatBytes } from "@/lib/format";
import { OutsideLink } from "./outside-link";
import type { AttachmentView } from "./types";

type Kind = "image" | "video" | "audio" | "file";

const icons: Record<Kind, LucideIcon> = { image: ImageIcon, video: Film, audio: FileAudio, file: File };

/** Longest side of a picture's box, in CSS pixels. */
const largest = 220;

/**
 * A file that came with a message. Pictures get a box in their own proportions, so that a conversation keeps
 * its shape, but are not fetched: their addresses expire and are not ours to call.
 */
export function Attachment({ attachment }: { attachment: AttachmentView }) {
	const { width, height, contentType } = attachment;
	const kind = kindOf(contentType, attachment.filename);
	return (
		<div className="max-w-sm overflow-hidden rounded border bg-surface">
			{kind === "image" && width !== null && height !== null && width > 0 && height > 0 && (
				<PlaceFor width={width} height={height} />
			)}
			<FileRow attachment={attachment} kind={kind} />
		</div>
	);
}

function PlaceFor({ width, height }: { width: number; height: number }) {
	const scale = Math.min(1, largest / Math.max(width, height));
	return (
		<svg
			viewBox={`0 0 ${width} ${height}`}
			width={Math.max(24, Math.round(width * scale))}
			height={Math.max(24, Math.round(height * scale))}
			aria-hidden="true"
			className="block max-w-full bg-hover"
		>
			<path
				d={`M0 0L${width} ${height}M${width} 0L0 ${height}`}
				className="stroke-border"
				vectorEffect="non-scaling-stroke"
			/>
		</svg>
	);
}

function FileRow({ attachment, kind }: { attachment: AttachmentView; kind: Kind }) {
	const t = useTranslations("discord");
	const locale = useLocale();
	const Icon = icons[kind];
	const { width, height, size, description } = attachment;
	const measures = width !== null && height !== null ? `${width} × ${height} · ` : "";
	return (
		<div className="flex items-center gap-2 px-2.5 py-1.5">
			<Icon aria-hidden="true" className="size-4 shrink-0 text-muted" />
			<div className="min-w-0">
				<OutsideLink href={attachment.url} className="block truncate text-sm">
					{attachment.filename}
				</OutsideLink>
				<p className="text-muted text-xs">
					{t(`message.${kind}`)} · {measures}
					{formatBytes(size, locale)}
				</p>
				{description && <p className="text-muted text-xs">{description}</p>}
			</div>
		</div>
	);
}

function kindOf(contentType: string | null, filename: string): Kind {
	const [type] = (contentType ?? "").split("/");
	if (type === "image" || type === "video" || type === "audio") {
		return type;
	}
	return contentType === null && /\.(png|jpe?g|gif|webp|avif)$/i.test(filename) ? "image" : "file";
}
