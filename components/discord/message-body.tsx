import { Attachment } from "./attachment";
import { Embed } from "./embed";
import { InertComponents } from "./inert-components";
import { Markdown } from "./markdown";
import { Reactions } from "./reactions";
import { Sticker } from "./sticker";
import type { MessageView, Resolve } from "./types";

/** What a message says and carries, in Discord's order. */
export function MessageBody({ message, resolve }: { message: MessageView; resolve: Resolve }) {
	const { content, attachments, embeds, stickers, components, reactions } = message;
	return (
		<div className="space-y-1.5">
			{content !== "" && <Markdown text={content} resolve={resolve} />}
			{attachments.length > 0 && (
				<div className="flex flex-wrap items-start gap-2">
					{attachments.map((attachment) => (
						<Attachment key={attachment.id} attachment={attachment} />
					))}
				</div>
			)}
			{embeds.map((embed) => (
				<Embed key={embed.key} embed={embed} resolve={resolve} />
			))}
			{stickers.map((sticker) => (
				<Sticker key={sticker.id} sticker={sticker} cdn={resolve.cdn} />
			))}
			{components.length > 0 && <InertComponents components={components} cdn={resolve.cdn} />}
			{reactions.length > 0 && <Reactions reactions={reactions} cdn={resolve.cdn} />}
		</div>
	);
}
