/**
 * Whether the runtime knows this IANA time zone. Bare offsets are none, though newer runtimes know them: `+01:00` is east
 * of Greenwich here and west of it for Postgres, which reads them as POSIX does.
 */
export function isTimeZone(value: string | null | undefined): value is string {
	if (!value || /^[+-]/.test(value)) return false;
	try {
		Intl.DateTimeFormat("en", { timeZone: value });
		return true;
	} catch {
		return false;
	}
}
