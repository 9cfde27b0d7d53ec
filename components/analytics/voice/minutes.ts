/** Seconds as charts write them. */
export function minutes(seconds: number): number {
	return seconds / 60;
}
