/** Where a key leads among the targets that have one; undefined for any other key. */
export function keyTarget<T>(key: string, targets: Readonly<Record<string, T>>): T | undefined {
	return Object.hasOwn(targets, key) ? targets[key] : undefined;
}
