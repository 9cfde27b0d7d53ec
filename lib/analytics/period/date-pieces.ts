/** A stretch of time that lies in one point and on one date, both counted from 1; 0 lies before the first of them. */
type DatePiece = { from: string; to: string; point: number; date: number };

/**
 * Takes time apart at the edges of points and at those of dates, which need not be the same moments, so that what is counted
 * once can be added up for either.
 * @param edges ISO instants, oldest first: the beginning of each point, and the end of the last; twice the same where a
 * point is empty
 * @param midnights the same of dates
 */
export function piecesOf(edges: readonly string[], midnights: readonly string[]): DatePiece[] {
	const bounds = [...new Set([...edges, ...midnights])].toSorted((one, other) => (one < other ? -1 : 1));
	let [point, date] = [0, 0];
	return bounds.slice(0, -1).map((from, index) => {
		point = reachedAt(from, edges, point);
		date = reachedAt(from, midnights, date);
		return { from, to: bounds[index + 1] ?? from, point, date };
	});
}

/** How many edges have been reached at an instant, of which so many had been before it. */
function reachedAt(instant: string, edges: readonly string[], before: number): number {
	let reached = before;
	for (let next = edges[reached]; next !== undefined && next <= instant; next = edges[reached]) reached += 1;
	return reached;
}
