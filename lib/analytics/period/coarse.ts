/** How many points the small line beside a name has at most. */
const mostPoints = 26;

/**
 * Fewer edges for a small line: every nth, so that at most 26 points are left, and the end. The first point may be
 * shorter than the others, and never the last, which would look like a fall.
 * @param edges the first date of each point, and the day after the last
 */
export function coarseEdges(edges: readonly string[]): string[] {
	const points = edges.length - 1;
	const step = Math.max(1, Math.ceil(points / mostPoints));
	return edges.filter((_, index) => index === 0 || (points - index) % step === 0);
}
