type PictureProps = {
	/** A URL from lib/discord/cdn; nothing else may be fetched. */
	src: string;
	/** Empty if the words beside it say the same. */
	alt: string;
	width: number;
	height: number;
	className?: string;
};

/** An image from Discord's CDN. The only place that fetches one: the host does not learn who is looking. */
export function Picture({ src, alt, width, height, className }: PictureProps) {
	return (
		// biome-ignore lint/performance/noImgElement: Discord serves the right size; the optimiser would fetch it again
		<img
			src={src}
			alt={alt}
			width={width}
			height={height}
			loading="lazy"
			decoding="async"
			referrerPolicy="no-referrer"
			{...(className !== undefined && { className })}
		/>
	);
}
