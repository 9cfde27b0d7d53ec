import type { Period } from "@/lib/analytics/schema";

/** The first and the last day of the server that a period touches, `YYYY-MM-DD`, both included: what a list is asked for. */
export function serverDays({ current, timeZone }: Pick<Period, "current" | "timeZone">): {
	from: string;
	to: string;
} {
	return { from: serverDay(current.from, timeZone), to: serverDay(Date.parse(current.to) - 1, timeZone) };
}

/** The day of a zone on which an instant lies, `YYYY-MM-DD`. */
export function serverDay(instant: string | number, timeZone: string): string {
	return new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date(instant));
}
