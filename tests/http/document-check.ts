import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Operation } from "./api-routes";

/** Says in which way an answer breaks the OpenAPI document; an empty list means that it does not. */
export type DocumentCheck = (operation: Operation, answer: unknown) => string[];

const step = (text: string) => encodeURIComponent(text.replaceAll("~", "~0").replaceAll("/", "~1"));

/** @param document the OpenAPI document as it is served, read by itself: nothing of the code that made it is used */
export function documentCheck(document: object): DocumentCheck {
	const ajv = new Ajv2020({ strict: false, allErrors: true });
	addFormats.default(ajv);
	ajv.addSchema(document, "guildhall");
	return ({ address, method, spec }, answer) => {
		const path = step(address.replace("/api/v1", ""));
		const status = spec.status ?? 200;
		const media = step("application/json");
		const validate = ajv.compile({
			$ref: `guildhall#/paths/${path}/${method.toLowerCase()}/responses/${status}/content/${media}/schema`,
		});
		if (validate(answer)) return [];
		return (validate.errors ?? []).map(
			({ instancePath, message = "" }) => `${instancePath || "/"} ${message}`,
		);
	};
}
