import { z } from "zod";

const largestInt4 = 2_147_483_647;
const largestInt2 = 32_767;

/** A number of a column's size; one that Discord made larger than that is unknown, not an error. */
const within = (largest: number) =>
	z.number().transform((value) => (Number.isInteger(value) && Math.abs(value) <= largest ? value : null));
export const int4 = within(largestInt4);
export const int2 = within(largestInt2);

/** Permission bits: a number as text. */
export const bits = z.string().regex(/^\d{1,18}$/);

export const time = z.string().refine((value) => !Number.isNaN(Date.parse(value)), "not a time");

export const text = z.string();
export const flag = z.boolean();

/** The named properties that a payload mentions; null is a mention. */
export function given<T extends object, K extends keyof T>(data: T, ...keys: K[]): Partial<Pick<T, K>> {
	const picked: Partial<Pick<T, K>> = {};
	for (const key of keys) if (data[key] !== undefined) picked[key] = data[key];
	return picked;
}

/** The properties of `data` that are mentioned and not null: for columns where null would say nothing. */
export function certain<T extends object, K extends keyof T>(data: T, ...keys: K[]): Partial<Pick<T, K>> {
	const picked: Partial<Pick<T, K>> = {};
	for (const key of keys) if (data[key] !== undefined && data[key] !== null) picked[key] = data[key];
	return picked;
}
