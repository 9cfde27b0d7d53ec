import { z } from "zod";
import type { Operation } from "./api-routes";

/** Rows that a route answers below one of its fields, and the export of them. */
export type List = { name: string; route: Operation; field: string; file: Operation | undefined };

/** Their rows are the figures of charts, and every chart hands its own out (components/charts/chart-tools.tsx). */
const ofCharts = /\/(overview|report|explore|analytics\/\w+)$/;

/** Every list that one can ask for by an address of its own: not what belongs to one thing, `/cases/{caseNumber}`. */
export function listsOf(operations: readonly Operation[]): List[] {
	const files = operations.filter(({ spec }) => spec.file);
	const routes = operations.filter(
		({ method, address, spec }) =>
			method === "GET" && !spec.file && !spec.stream && !address.endsWith("}") && !ofCharts.test(address),
	);
	return routes.flatMap((route) =>
		rowsIn(route.spec.response).map(([field, row]) => ({
			name: `${route.address} ${field}`,
			route,
			field,
			file: files.find((file) => isExportOf(file, route.address, field) && saysAll(file, row)),
		})),
	);
}

/** The fields of an answer that are lists of rows, with what a row says. */
function rowsIn(answer: z.core.$ZodType): [string, string[]][] {
	if (!(answer instanceof z.ZodObject)) return [];
	return Object.entries(answer.shape).flatMap(([field, schema]): [string, string[]][] => {
		if (!(schema instanceof z.ZodArray)) return [];
		const { element } = schema;
		return element instanceof z.ZodObject ? [[field, Object.keys(element.shape)]] : [];
	});
}

/** `all` where `export` could be the name of one of the list's things. */
function isExportOf({ address }: Operation, list: string, field: string): boolean {
	const below = field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
	return ["", "/all", `/${below}`].some((between) => address === `${list}${between}/export`);
}

function saysAll({ spec }: Operation, row: string[]): boolean {
	const item = spec.response instanceof z.ZodArray ? spec.response.element : undefined;
	return item instanceof z.ZodObject && row.every((field) => field in item.shape);
}
