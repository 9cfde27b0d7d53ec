/** How long one point of a chart is. */
export const granularities = ["hour", "day", "week", "month"] as const;

/** What a period is set against: as many days right before, the same dates a year before, or nothing. */
export const comparisons = ["previous", "year", "none"] as const;

export const memberKinds = ["people", "bots"] as const;
