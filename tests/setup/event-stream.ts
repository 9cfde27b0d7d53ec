/** A server-sent event as it came, comments left out. */
export type ServerEvent = { event: string; data: unknown };

/** The events of an answer, one after another, until it ends. */
export async function* serverEvents(response: Response): AsyncGenerator<ServerEvent> {
	if (response.body === null) return;
	const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
	let text = "";
	for (let read = await reader.read(); !read.done; read = await reader.read()) {
		text += read.value;
		const blocks = text.split("\n\n");
		text = blocks.pop() ?? "";
		for (const block of blocks) {
			const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
			const event = field("event");
			if (event !== undefined) yield { event, data: JSON.parse(field("data") ?? "null") };
		}
	}
}
