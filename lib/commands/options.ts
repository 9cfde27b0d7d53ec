/** One option as it was used. Subcommands and their groups are part of the command's path and not options. */
export type UsedOption = { name: string; value: unknown };

/**
 * Discord's tree of options as a flat list: the path of subcommands, then the options with their values.
 * Bots in other languages may store less than Discord sends, so whatever is not an option is passed over.
 */
export function usedOptions(options: unknown): { path: string[]; used: UsedOption[] } {
	const path: string[] = [];
	const used: UsedOption[] = [];
	for (const option of entries(options)) {
		if ("value" in option) {
			used.push({ name: option.name, value: option.value });
			continue;
		}
		const inner = usedOptions(option.options);
		path.push(option.name, ...inner.path);
		used.push(...inner.used);
	}
	return { path, used };
}

type Entry = { name: string; value?: unknown; options?: unknown };

/** A list of options, or an object of names and values as some bots keep it. */
function entries(options: unknown): Entry[] {
	if (Array.isArray(options)) return options.filter(isEntry);
	if (typeof options !== "object" || options === null) return [];
	return Object.entries(options).map(([name, value]) => ({ name, value: value as unknown }));
}

function isEntry(item: unknown): item is Entry {
	return typeof item === "object" && item !== null && "name" in item && typeof item.name === "string";
}
