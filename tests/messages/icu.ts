/**
 * The arguments of an ICU message, as `name` or `name:type`; those inside plural and select branches included.
 * Branch keys and the words inside branches do not count.
 */
export function icuArguments(message: string): Set<string> {
	const found = new Set<string>();
	readText(message, 0, found);
	return found;
}

/** Reads text up to its closing brace or the end; answers where it stopped. */
function readText(message: string, start: number, found: Set<string>): number {
	let at = start;
	while (at < message.length && message[at] !== "}") {
		at = message[at] === "{" ? readArgument(message, at + 1, found) : at + 1;
	}
	return at;
}

/** Reads `name}`, `name, type…}` or `name, plural, key {text} …}`; answers the place after its closing brace. */
function readArgument(message: string, start: number, found: Set<string>): number {
	const head = /^\s*(\w+)\s*(?:,\s*(\w+)\s*(,?))?/.exec(message.slice(start));
	if (!head) throw new Error(`an argument without a name in “${message}”`);
	const [whole, name = "", type] = head;
	found.add(type ? `${name}:${type}` : name);
	let at = start + whole.length;
	while (at < message.length && message[at] !== "}") {
		at = message[at] === "{" ? readText(message, at + 1, found) + 1 : at + 1;
	}
	return at + 1;
}
