import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** Where a copy of Discord's OpenAPI document may lie, beside the repository. */
const documentFile = new URL("../../shared/reference/discord-openapi.json", import.meta.url);

/** Says in which way an answer breaks Discord's document; an empty list means that it does not. */
export type OpenApiCheck = (method: string, path: string, status: number, body: unknown) => string[];

type Media = { content?: Record<string, { schema: object }>; $ref?: string };
type Operation = { responses: Record<string, Media> };
type Document = {
	paths: Record<string, Record<string, Operation>>;
	components: { responses: Record<string, Media> };
};

/** Reads Discord's document; undefined when there is no copy on this machine. */
export function loadOpenApiCheck(): OpenApiCheck | undefined {
	const text = readDocument();
	if (text === undefined) return undefined;
	const document = JSON.parse(text) as Document;
	const ajv = new Ajv2020({ strict: false, allErrors: true });
	addFormats.default(ajv, ["date-time", "uri", "int32", "int64", "double"]);
	for (const name of ["snowflake", "nonce"]) ajv.addFormat(name, true);
	ajv.addSchema(document, "discord");
	return (method, path, status, body) => {
		const found = findSchema(document, method.toLowerCase(), path, String(status));
		if (found === undefined) return [`the document has no ${status} for ${method} ${path}`];
		const validate = ajv.compile({ $ref: `discord#${found}` });
		if (validate(body)) return [];
		return (validate.errors ?? []).map((error) => `${error.instancePath || "/"} ${error.message ?? ""}`);
	};
}

function readDocument(): string | undefined {
	try {
		return readFileSync(documentFile, "utf8");
	} catch {
		return undefined;
	}
}

/** The JSON pointer of the schema an answer must follow. */
function findSchema(document: Document, method: string, path: string, status: string): string | undefined {
	for (const [template, operations] of Object.entries(document.paths)) {
		const operation = operations[method];
		if (!operation || !matches(template, path)) continue;
		const key = [status, `${status[0]}XX`].find((candidate) => candidate in operation.responses);
		if (key === undefined) return undefined;
		const response = operation.responses[key];
		if (response?.$ref) return `${response.$ref.slice(1)}/content/application~1json/schema`;
		const pointer = ["paths", template, method, "responses", key, "content", "application/json", "schema"];
		return `/${pointer.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`;
	}
	return undefined;
}

/** Literal segments win over parameters because Discord's document lists them first where both match. */
function matches(template: string, path: string): boolean {
	const pattern = template
		.split("/")
		.map((part) => (part.startsWith("{") ? "[^/]+" : part))
		.join("/");
	return new RegExp(`^${pattern}$`).test(path);
}
