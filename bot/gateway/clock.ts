let last = 0n;

/** The present moment as an ISO time with microseconds, later than every one given before by this process. */
export function receivedNow(): string {
	const now = BigInt(Date.now()) * 1_000n;
	last = now > last ? now : last + 1n;
	const micros = String(last % 1_000n).padStart(3, "0");
	return new Date(Number(last / 1_000n)).toISOString().replace("Z", `${micros}Z`);
}
