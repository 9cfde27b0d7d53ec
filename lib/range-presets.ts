/** The periods that a page offers by name, each that many days up to and including today. */
export const rangePresets = ["7d", "30d", "90d", "1y"] as const;
export type RangePreset = (typeof rangePresets)[number];
export const defaultRange: RangePreset = "30d";

/** What analytics offers besides them: the last 24 hours, and everything recorded. */
export const analyticsRanges = ["24h", ...rangePresets, "all"] as const;
export type AnalyticsRange = (typeof analyticsRanges)[number];
