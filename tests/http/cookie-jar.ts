/** The cookies of one browser on one site, as far as tests need them: name, value, removal. */
export class CookieJar {
	readonly #cookies = new Map<string, string>();

	/** Takes over what a response sets, and forgets what it expires. */
	store(response: Response): void {
		for (const line of response.headers.getSetCookie()) {
			const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
			const separator = pair.indexOf("=");
			const name = pair.slice(0, separator);
			if (attributes.some(expires)) this.#cookies.delete(name);
			else this.#cookies.set(name, pair.slice(separator + 1));
		}
	}

	get(name: string): string | undefined {
		return this.#cookies.get(name);
	}

	/** The value of a `Cookie` header. */
	header(): string {
		return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
	}
}

function expires(attribute: string): boolean {
	const [name = "", value = ""] = attribute.split("=");
	if (name.toLowerCase() === "max-age") return Number(value) <= 0;
	return name.toLowerCase() === "expires" && Date.parse(value) <= Date.now();
}
