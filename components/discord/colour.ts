/** Discord's RGB number as a CSS colour; null for 0 (no colour) and for numbers that are none. */
export function colourCss(colour: number | null): string | null {
	return colour !== null && Number.isInteger(colour) && colour > 0 && colour <= 0xff_ff_ff
		? `#${colour.toString(16).padStart(6, "0")}`
		: null;
}
