/** A stretch of time that lies in one point and on one date, both counted from 1; 0 lies before the first of them. */
type DatePiece = { from: string; to: string; point: number; date: number };

/**
 * Takes time apart at the edges of points and at those of dates, which need not be the same moments, so that what is counted
 * once can be added up for either.
 * @param edges ISO instants, oldest first: the beginning of each point, and the end of the last
 * @param midnights the same of dates
 */
export function piecesOf(edges: readonly string[], midnights: readonly string[]): DatePiece[] {
	const places = { point: new Set(edges), date: new Set(midnights) };
	const bounds = [...new Set([...edges, ...midnights])].toSorted((one, other) => (one < other ? -1 : 1));
	let [point, date] = [0, 0];
	return bounds.slice(0, -1).map((from, index) => {
		if (places.point.has(from)) point += 1;
		if (places.date.has(from)) date += 1;
		return { from, to: bounds[index + 1] ?? from, point, date };
	});
}
