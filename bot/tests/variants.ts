/** A payload with one property taken away or null. */
export type Variant = { path: string; how: "missing" | "null"; data: unknown };

/** Every way to leave out one property, at any depth; elements of lists are taken apart, not left out. */
export function variantsOf(data: unknown): Variant[] {
	return pathsIn(data).flatMap((path) => [
		{ path: path.join("."), how: "missing" as const, data: without(data, path) },
		{ path: path.join("."), how: "null" as const, data: without(data, path, null) },
	]);
}

type Path = readonly (string | number)[];

function pathsIn(value: unknown): Path[] {
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => {
		const step = Array.isArray(value) ? Number(key) : key;
		const deeper = pathsIn(inner).map((path) => [step, ...path]);
		return Array.isArray(value) ? deeper : [[step], ...deeper];
	});
}

function without(value: unknown, [step, ...rest]: Path, instead?: null): unknown {
	if (Array.isArray(value)) {
		return value.map((inner: unknown, index) => (index === step ? without(inner, rest, instead) : inner));
	}
	const entries = Object.entries(value ?? {}).map(([key, inner]): [string, unknown][] => {
		if (key !== step) return [[key, inner]];
		if (rest.length > 0) return [[key, without(inner, rest, instead)]];
		return instead === null ? [[key, null]] : [];
	});
	return Object.fromEntries(entries.flat());
}
