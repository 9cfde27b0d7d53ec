import { millisecondsInDay } from "date-fns/constants";

/*
 * Numbers and times as people read them. Everything takes the reader's locale; times take an IANA zone.
 * Formatters are kept, because making one costs more than using it a thousand times.
 */

function keep<O, F>(make: (locale: string, options: O) => F): (locale: string, options: O) => F {
	const made = new Map<string, F>();
	return (locale, options) => {
		const key = `${locale} ${JSON.stringify(options)}`;
		const formatter = made.get(key) ?? make(locale, options);
		made.set(key, formatter);
		return formatter;
	};
}

const numbers = keep((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
const dates = keep((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options));
const relatives = keep(
	(locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
);

/** Between a number and its unit: never broken across lines. */
const space = "\u00a0";

/** Every digit: `18,614`. */
export function formatNumber(value: number, locale: string, maximumFractionDigits = 0): string {
	return numbers(locale, { maximumFractionDigits }).format(value);
}

/** Three significant digits at most: `18.6k`, `1.2M`; German has no short word for a thousand: `18.614`. */
export function formatCompact(value: number, locale: string): string {
	if (Math.abs(value) < 10_000) return formatNumber(value, locale);
	return numbers(locale, { notation: "compact", maximumSignificantDigits: 3 })
		.formatToParts(value)
		.map((part) => (part.type === "compact" && part.value === "K" ? "k" : part.value))
		.join("");
}

/** A share between 0 and 1: `12.5%`. */
export function formatPercent(ratio: number, locale: string, maximumFractionDigits = 1): string {
	return numbers(locale, { style: "percent", maximumFractionDigits }).format(ratio);
}

/** A size in bytes: `1.4 MB` (decimal units, as Discord shows them). */
export function formatBytes(bytes: number, locale: string): string {
	const units = ["B", "kB", "MB", "GB", "TB"];
	const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
	return `${formatNumber(bytes / 1000 ** step, locale, step > 0 ? 1 : 0)}${space}${units[step]}`;
}

/** How long something took, from milliseconds: `84 ms`, `1.24 s`, above a minute as a duration. */
export function formatLatency(milliseconds: number, locale: string): string {
	if (milliseconds < 1000) return `${formatNumber(milliseconds, locale)}${space}ms`;
	if (milliseconds < 60_000) return `${formatNumber(milliseconds / 1000, locale, 2)}${space}s`;
	return formatDuration(milliseconds / 1000, locale);
}

const durations = [
	["d", 86_400],
	["h", 3600],
	["min", 60],
	["s", 1],
] as const;

const german = { d: "T", h: "Std.", min: "Min.", s: "s" } as const;

/** A length of time from seconds, its two largest units: `2 d 4 h` (German: `2 T 4 Std.`), `5 min`, `0 s`. */
export function formatDuration(seconds: number, locale: string): string {
	let rest = Math.round(Math.abs(seconds));
	const first = durations.findIndex(([, size]) => rest >= size);
	if (first === -1) return `0${space}s`;
	const parts = durations.slice(first, first + 2).flatMap(([unit, size]) => {
		const count = Math.floor(rest / size);
		rest -= count * size;
		return count > 0
			? [`${formatNumber(count, locale)}${space}${locale.startsWith("de") ? german[unit] : unit}`]
			: [];
	});
	return parts.join(" ");
}

const relativeUnits = [
	["day", 86_400],
	["hour", 3600],
	["minute", 60],
] as const;

const week = 7 * millisecondsInDay;

/** `3h ago`, `in 2 days`, `now`; times in milliseconds since 1970. */
export function formatRelative(time: number, now: number, locale: string): string {
	const seconds = Math.round((time - now) / 1000);
	const unit = relativeUnits.find(([, size]) => Math.abs(seconds) >= size);
	if (!unit) return relatives(locale, { numeric: "auto" }).format(0, "second");
	return relatives(locale, { style: relativeStyle(locale) }).format(Math.trunc(seconds / unit[1]), unit[0]);
}

/** German has no narrow minute that could not be a metre: `vor 6 m`. */
function relativeStyle(locale: string): "narrow" | "short" {
	return locale.startsWith("de") ? "short" : "narrow";
}

/** Relative if less than a week away, otherwise the date. */
export function formatWhen(time: number, now: number, locale: string, timeZone: string): string {
	return Math.abs(time - now) < week ? formatRelative(time, now, locale) : formatDate(time, locale, timeZone);
}

/** A day: `12 Nov 2026`. */
export function formatDate(time: number | Date, locale: string, timeZone: string): string {
	return dates(dayFirst(locale), { dateStyle: "medium", timeZone }).format(time);
}

/** A day without its year, for axes: `12 Nov`. */
export function formatDay(time: number | Date, locale: string, timeZone: string): string {
	return dates(dayFirst(locale), { day: "numeric", month: "short", timeZone }).format(time);
}

/** A month: `Nov 2026`. */
export function formatMonth(time: number | Date, locale: string, timeZone: string): string {
	return dates(dayFirst(locale), { month: "short", year: "numeric", timeZone }).format(time);
}

/** A day of the week, of which 1 is Monday: `Monday`, `Mon`. */
export function formatWeekday(day: number, locale: string, weekday: "long" | "short" = "long"): string {
	// 1 January 2024 was a Monday.
	return dates(dayFirst(locale), { weekday, timeZone: "UTC" }).format(Date.UTC(2024, 0, day));
}

/** The minute of a day: `14:03`. */
export function formatTime(time: number | Date, locale: string, timeZone: string): string {
	return dates(dayFirst(locale), { timeStyle: "short", timeZone }).format(time);
}

/** Day and minute: `12 Nov 2026, 14:03`. */
export function formatDateTime(time: number | Date, locale: string, timeZone: string): string {
	const options = { dateStyle: "medium", timeStyle: "short", timeZone } as const;
	return dates(dayFirst(locale), options).format(time);
}

/** Everything there is to say: `Thursday 12 November 2026 at 14:03:22 CET`. */
export function formatFull(time: number | Date, locale: string, timeZone: string): string {
	return dates(dayFirst(locale), { dateStyle: "full", timeStyle: "long", timeZone }).format(time);
}

/** English without a region is read by most as day before month, on a clock of 24 hours. */
function dayFirst(locale: string): string {
	return locale === "en" ? "en-GB" : locale;
}

export type Change = {
	/** Growth against the period before: 0.25 is a quarter more; null when there was nothing to compare with. */
	ratio: number | null;
	direction: "up" | "down" | "flat";
};

/** How a figure changed against the period before. */
export function percentChange(current: number, previous: number | null): Change {
	if (previous === null) return { ratio: null, direction: "flat" };
	const direction = current > previous ? "up" : current < previous ? "down" : "flat";
	if (previous === 0) return { ratio: current === 0 ? 0 : null, direction };
	return { ratio: (current - previous) / Math.abs(previous), direction };
}
