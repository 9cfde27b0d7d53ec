import { createHash } from "node:crypto";

/** A version 4 UUID that depends on the key alone, so that the same seed makes the same rows. */
export function uuidFor(key: string): string {
	const digest = createHash("sha256").update(key).digest();
	digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x40;
	digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
	const hex = digest.toString("hex");
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
		"-",
	);
}
