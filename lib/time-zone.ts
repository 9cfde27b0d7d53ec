/** Whether the runtime knows this IANA time zone. */
export function isTimeZone(value: string | null | undefined): value is string {
	if (!value) return false;
	try {
		Intl.DateTimeFormat("en", { timeZone: value });
		return true;
	} catch {
		return false;
	}
}
