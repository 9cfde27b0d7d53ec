import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** What one source file says about messages. */
export type SourceWords = {
	file: string;
	/** The arguments of useTranslations and getTranslations; empty text for the whole catalogue. */
	prefixes: string[];
	/** Keys that are written out in a call, `t("close")`. */
	called: string[];
	/** Every text and template of the file as a pattern; `${…}` matches one part of a key. */
	patterns: RegExp[];
};

/** The files of the application that ask for translations. */
export function sourcesWithMessages(): SourceWords[] {
	return sourceFiles()
		.map((file) => readSource(file, readFileSync(path.join(root, file), "utf8")))
		.filter((source) => source.prefixes.length > 0);
}

/** Every plain text of the application's code: keys that are handed on as data are among them. */
export function allTexts(): Set<string> {
	return new Set(sourceFiles().flatMap((file) => texts(readFileSync(path.join(root, file), "utf8"))));
}

function sourceFiles(): string[] {
	return ["app", "components", "lib"]
		.flatMap((folder) =>
			readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) =>
				path.join(folder, file),
			),
		)
		.filter((file) => /\.tsx?$/.test(file) && !/\.test\.|generated/.test(file));
}

function readSource(file: string, code: string): SourceWords {
	return {
		file,
		prefixes: [...code.matchAll(/\b(?:use|get)Translations\(\s*(?:"([\w.-]*)")?\s*\)/g)].map(
			(hit) => hit[1] ?? "",
		),
		called: [...code.matchAll(/\bt(?:\.(?:rich|markup|raw|has))?\(\s*"([\w.]+)"/g)].map(
			(hit) => hit[1] ?? "",
		),
		patterns: [
			...texts(code).map((text) => pattern(text)),
			...[...code.matchAll(/`([^`\n]*)`/g)].map((hit) => pattern(hit[1] ?? "")),
		],
	};
}

function texts(code: string): string[] {
	return [...code.matchAll(/"([\w.]+)"/g), ...code.matchAll(/\b([a-z]\w*):/g)].map((hit) => hit[1] ?? "");
}

function pattern(template: string): RegExp {
	const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(/[^\w]/g, "\\$&"));
	return new RegExp(`^${parts.join("[\\w-]+")}$`);
}
