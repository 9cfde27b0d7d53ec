/**
 * The seconds of each point that have passed: all of them but in the one that is under way, and none of those to come.
 * @param edges ISO instants: the beginning of each point, and the end of the last
 * @param now milliseconds
 */
export function elapsedSeconds(edges: readonly string[], now: number): number[] {
	const moments = edges.map((edge) => Math.min(Date.parse(edge), now));
	return moments.slice(1).map((end, index) => (end - (moments[index] ?? end)) / 1000);
}
