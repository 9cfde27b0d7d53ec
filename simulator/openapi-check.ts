import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** Where a copy of Discord's OpenAPI document may be, beside the repository. */
const documentFile = new URL("../../shared/reference/discord-openapi.json", import.meta.url);

/** Says in which way something breaks Discord's document; an empty list means that it does not. */
export type OpenApiCheck = {
	/** @param body null for an answer without one */
	answer(method: string, path: string, status: number, body: unknown): string[];
	/** What is sent with a request. */
	request(method: string, path: string, body: unknown): string[];
};

type Media = { content?: Record<string, { schema: object }>; $ref?: string };
type Operation = { responses: Record<string, Media>; requestBody?: Media };
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
	const against = (pointer: string | undefined, missing: string, body: unknown) => {
		if (pointer === undefined) return [missing];
		const validate = ajv.compile({ $ref: `discord#${pointer}` });
		if (validate(body)) return [];
		return (validate.errors ?? []).map((error) => `${error.instancePath || "/"} ${error.message ?? ""}`);
	};
	return {
		answer: (method, path, status, body) => {
			const pointer = answerSchema(document, method.toLowerCase(), path, String(status));
			if (pointer !== null)
				return against(pointer, `the document has no ${status} for ${method} ${path}`, body);
			return body === null ? [] : [`the document has nothing in the ${status} for ${method} ${path}`];
		},
		request: (method, path, body) => {
			const found = findOperation(document, method.toLowerCase(), path);
			const media = found?.operation.requestBody?.content;
			const steps = ["paths", found?.template ?? "", method.toLowerCase(), "requestBody", ...jsonSchema];
			const pointer = media?.["application/json"] && pointerOf(steps);
			return against(pointer, `the document takes nothing for ${method} ${path}`, body);
		},
	};
}

function readDocument(): string | undefined {
	try {
		return readFileSync(documentFile, "utf8");
	} catch {
		return undefined;
	}
}

const jsonSchema = ["content", "application/json", "schema"];

/** The JSON pointer of the schema an answer must follow; null for one without a body, undefined for none at all. */
function answerSchema(
	document: Document,
	method: string,
	path: string,
	status: string,
): string | null | undefined {
	const found = findOperation(document, method, path);
	if (!found) return undefined;
	const { responses } = found.operation;
	const key = [status, `${status[0]}XX`].find((candidate) => candidate in responses);
	if (key === undefined) return undefined;
	const response = responses[key];
	if (response?.$ref) return `${response.$ref.slice(1)}/content/application~1json/schema`;
	if (response?.content === undefined) return null;
	return pointerOf(["paths", found.template, method, "responses", key, ...jsonSchema]);
}

function findOperation(document: Document, method: string, path: string) {
	for (const [template, operations] of Object.entries(document.paths)) {
		const operation = operations[method];
		if (operation && matches(template, path)) return { template, operation };
	}
	return undefined;
}

const pointerOf = (steps: string[]) =>
	`/${steps.map((step) => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`;

/** Literal segments win over parameters because Discord's document lists them first where both match. */
function matches(template: string, path: string): boolean {
	const pattern = template
		.split("/")
		.map((part) => (part.startsWith("{") ? "[^/]+" : part))
		.join("/");
	return new RegExp(`^${pattern}$`).test(path);
}
