import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const root = path.resolve(import.meta.dirname, "../..");

type Module = { isClient: boolean; imports: string[] };

const known = new Map<string, Module>();

/**
 * What a browser loads with a page before anybody does anything: every module that its client components import, and
 * the names of packages; what is imported later (`import()`) and types are left out.
 * @param file absolute path of the page
 */
export function browserModules(file: string): Set<string> {
	const loaded = new Set<string>();
	const seen = new Set<string>();
	const visit = (module: string, inBrowser: boolean): void => {
		const isOurs = path.isAbsolute(module);
		const isClient = inBrowser || (isOurs && read(module).isClient);
		if (seen.has(`${module} ${isClient}`)) return;
		seen.add(`${module} ${isClient}`);
		if (isClient) loaded.add(isOurs ? path.relative(root, module) : module);
		if (isOurs) for (const imported of read(module).imports) visit(imported, isClient);
	};
	visit(file, false);
	return loaded;
}

function read(file: string): Module {
	const before = known.get(file);
	if (before) return before;
	const text = /\.tsx?$/.test(file) ? readFileSync(file, "utf8") : "";
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
	const imports = source.statements.flatMap((statement) => {
		const from = importedBy(statement);
		return from === undefined ? [] : [resolved(file, from)];
	});
	const module = { isClient: text.startsWith('"use client"'), imports };
	known.set(file, module);
	return module;
}

function importedBy(statement: ts.Statement): string | undefined {
	if (ts.isExportDeclaration(statement) && !statement.isTypeOnly) return textOf(statement.moduleSpecifier);
	if (!ts.isImportDeclaration(statement) || statement.importClause?.isTypeOnly) return undefined;
	const named = statement.importClause?.namedBindings;
	const isOnlyTypes =
		named !== undefined &&
		ts.isNamedImports(named) &&
		statement.importClause?.name === undefined &&
		named.elements.every((element) => element.isTypeOnly);
	return isOnlyTypes ? undefined : textOf(statement.moduleSpecifier);
}

function textOf(specifier: ts.Expression | undefined): string | undefined {
	return specifier !== undefined && ts.isStringLiteral(specifier) ? specifier.text : undefined;
}

/** The file that an import names; a package keeps its name. */
function resolved(from: string, name: string): string {
	if (!/^(@\/|\.)/.test(name)) return name;
	const file = name.startsWith("@/")
		? path.join(root, name.slice(2))
		: path.resolve(path.dirname(from), name);
	const found = ["", ".ts", ".tsx"]
		.map((ending) => file + ending)
		.find((each) => /\.\w+$/.test(each) && existsSync(each));
	return found ?? name;
}
