import { micros } from "@/bot/rows/moments";

let last = 0n;

/**
 * The present moment as an ISO time with microseconds, later than every one given before: by this process, and by those
 * whose clock it was told of.
 */
export function receivedNow(): string {
	const now = BigInt(Date.now()) * 1_000n;
	last = now > last ? now : last + 1n;
	const fraction = String(last % 1_000n).padStart(3, "0");
	return new Date(Number(last / 1_000n)).toISOString().replace("Z", `${fraction}Z`);
}

/**
 * From here on every moment is later than this one, also where the machine's clock is behind it: what is heard later
 * has to count as newer.
 * @param moment ISO with microseconds
 */
export function goOnFrom(moment: string): void {
	const told = BigInt(micros(moment));
	if (told > last) last = told;
}
