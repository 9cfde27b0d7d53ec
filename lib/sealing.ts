import { createCipheriv, randomBytes } from "node:crypto";

export const SEALING_ALGORITHM = "aes-256-gcm";

/** A key as the configuration names it: `keyid:base64` of 32 bytes. */
export function namedKey(entry: string): { id: string; key: Buffer } {
	const [id = "", key = ""] = entry.split(":");
	return { id, key: Buffer.from(key, "base64") };
}

/**
 * Encrypts with AES-256-GCM.
 * @param entry the key as {@link namedKey} reads it
 * @returns `keyid.iv.tag.ciphertext`, the last three base64url
 */
export function sealWith(entry: string, plain: string): string {
	const { id, key } = namedKey(entry);
	const iv = randomBytes(12);
	const cipher = createCipheriv(SEALING_ALGORITHM, key, iv);
	const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
	return [id, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(".");
}
