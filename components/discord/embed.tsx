import { Time } from "@/components/layout/time";
import { cn } from "@/lib/cn";
import { colourCss } from "./colour";
import { EmbedMedia } from "./embed-media";
import { Markdown } from "./markdown";
import { OutsideLink } from "./outside-link";
import type { EmbedField, EmbedView, Resolve } from "./types";

/** An embed: its colour as the edge, author, title, text, fields in a grid, pictures as links, footer and time. */
export function Embed({ embed, resolve }: { embed: EmbedView; resolve: Resolve }) {
	return (
		<article className="relative max-w-xl overflow-hidden rounded border bg-surface py-2 pr-3 pl-4 text-sm">
			<svg width="4" height="100%" aria-hidden="true" className="absolute inset-y-0 left-0">
				<rect width="4" height="100%" fill={colourCss(embed.colour) ?? "var(--border)"} />
			</svg>
			<div className="space-y-1.5">
				{embed.provider && <p className="text-muted text-xs">{embed.provider}</p>}
				{embed.author && <Titled text={embed.author.name} url={embed.author.url} className="font-medium" />}
				{embed.title && <Titled text={embed.title} url={embed.url} className="font-semibold" />}
				{embed.description && <Markdown text={embed.description} resolve={resolve} />}
				{embed.fields.length > 0 && <Fields fields={embed.fields} resolve={resolve} />}
				<EmbedMedia embed={embed} />
				{(embed.footer ?? embed.timestamp) !== null && (
					<p className="text-muted text-xs">
						{embed.footer}
						{embed.footer && embed.timestamp && " · "}
						{embed.timestamp && <Time value={embed.timestamp} show="full" />}
					</p>
				)}
			</div>
		</article>
	);
}

function Titled({ text, url, className }: { text: string; url: string | null; className: string }) {
	return url ? (
		<p className={className}>
			<OutsideLink href={url}>{text}</OutsideLink>
		</p>
	) : (
		<p className={cn("break-words", className)}>{text}</p>
	);
}

/** Inline fields share a row, up to three, as in Discord; on a phone each has its own. */
function Fields({ fields, resolve }: { fields: readonly EmbedField[]; resolve: Resolve }) {
	return (
		<dl className="grid grid-cols-1 gap-2 sm:grid-cols-3">
			{fields.map((field, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a field is its place in the embed; names repeat
				<div key={index} className={cn("min-w-0", !field.inline && "sm:col-span-3")}>
					<dt className="break-words font-medium">{field.name}</dt>
					<dd>
						<Markdown text={field.value} resolve={resolve} />
					</dd>
				</div>
			))}
		</dl>
	);
}
