import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type Locale, locales } from "@/lib/i18n/config";
import { namespaces } from "@/lib/i18n/namespaces";
import { icuArguments } from "./icu";
import { allTexts, type SourceWords, sourcesWithMessages } from "./source";

const folder = path.resolve(import.meta.dirname, "../../messages");

/** The messages of a language by their whole key, `common.table.end`. */
function catalogue(locale: Locale): Map<string, string> {
	const messages = new Map<string, string>();
	for (const name of namespaces) {
		const file = readFileSync(path.join(folder, locale, `${name}.json`), "utf8");
		collect(JSON.parse(file), name, messages);
	}
	return messages;
}

function collect(value: unknown, key: string, into: Map<string, string>): void {
	if (typeof value === "string") into.set(key, value);
	else for (const [name, part] of Object.entries(value ?? {})) collect(part, `${key}.${name}`, into);
}

const catalogues = Object.fromEntries(locales.map((locale) => [locale, catalogue(locale)]));
const english = catalogues.en ?? new Map<string, string>();
const sources = sourcesWithMessages();

const fullKey = (prefix: string, key: string) => (prefix === "" ? key : `${prefix}.${key}`);

describe.each(locales)("the %s messages", (locale) => {
	it("are the files that the application loads", () => {
		const files = readdirSync(path.join(folder, locale)).map((name) => path.basename(name, ".json"));
		expect(new Set(files)).toEqual(new Set(namespaces));
	});

	it("have the keys of every other language", () => {
		expect(new Set(catalogues[locale]?.keys())).toEqual(new Set(english.keys()));
	});

	it("take the same arguments as the English ones", () => {
		const taken = [...(catalogues[locale] ?? [])].map(([key, text]) => [key, icuArguments(text)] as const);
		expect(taken).toEqual(taken.map(([key]) => [key, icuArguments(english.get(key) ?? "")]));
	});
});

describe("the English messages", () => {
	it("are set in English: curly apostrophes, no space before a percent sign", () => {
		expect([...english].filter(([, text]) => /'|\d\s+%/.test(text))).toEqual([]);
	});
});

describe("the application", () => {
	it("asks only for messages that exist", () => {
		const missing = sources.flatMap((source) =>
			source.called
				.filter((key) => !source.prefixes.some((prefix) => exists(fullKey(prefix, key))))
				.map((key) => `${source.file}: ${key}`),
		);
		expect(missing).toEqual([]);
	});

	it("uses every message", () => {
		const handedOn = allTexts();
		const unused = [...english.keys()].filter(
			(key) => !sources.some((source) => mentions(source, key, handedOn)),
		);
		expect(unused).toEqual([]);
	});
});

function exists(key: string): boolean {
	return english.has(key) || [...english.keys()].some((name) => name.startsWith(`${key}.`));
}

/** Whether a file with the right prefix names the rest of the key, or takes it from data that names it. */
function mentions(source: SourceWords, key: string, handedOn: Set<string>): boolean {
	return source.prefixes.some((prefix) => {
		if (prefix !== "" && !key.startsWith(`${prefix}.`)) return false;
		const rest = prefix === "" ? key : key.slice(prefix.length + 1);
		return handedOn.has(rest) || source.patterns.some((pattern) => pattern.test(rest));
	});
}

describe("the arguments of a message", () => {
	it("are found inside branches, without the branches' words", () => {
		expect(icuArguments("{count, plural, one {One case by {name}} other {# cases}}")).toEqual(
			new Set(["count:plural", "name"]),
		);
		expect(icuArguments("Nothing")).toEqual(new Set());
		expect(icuArguments("{at, date, short} {who}")).toEqual(new Set(["at:date", "who"]));
	});
});
