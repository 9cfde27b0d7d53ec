const types: Record<string, string> = {
	apng: "image/apng",
	avif: "image/avif",
	bmp: "image/bmp",
	gif: "image/gif",
	jpeg: "image/jpeg",
	jpg: "image/jpeg",
	png: "image/png",
	svg: "image/svg+xml",
	webp: "image/webp",
	mov: "video/quicktime",
	mp4: "video/mp4",
	webm: "video/webm",
	flac: "audio/flac",
	m4a: "audio/mp4",
	mp3: "audio/mpeg",
	ogg: "audio/ogg",
	wav: "audio/wav",
	csv: "text/csv",
	html: "text/html",
	json: "application/json",
	md: "text/markdown",
	pdf: "application/pdf",
	txt: "text/plain",
	zip: "application/zip",
};

/** The media type by a file name's ending, which the exporter leaves out; null when the ending is not a common one. */
export function contentType(fileName: string): string | null {
	const ending = fileName.slice(fileName.lastIndexOf(".") + 1).toLowerCase();
	return Object.hasOwn(types, ending) ? (types[ending] ?? null) : null;
}
