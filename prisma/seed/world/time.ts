/** The Unix milliseconds `months` calendar months before `ms`, in UTC, on a day that exists. */
export function monthsBefore(ms: number, months: number): number {
	const date = new Date(ms);
	const day = date.getUTCDate();
	date.setUTCDate(1);
	date.setUTCMonth(date.getUTCMonth() - months);
	const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
	date.setUTCDate(Math.min(day, last));
	return date.getTime();
}
