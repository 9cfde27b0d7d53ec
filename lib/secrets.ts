import "server-only";
import { createDecipheriv } from "node:crypto";
import { env } from "@/lib/env";
import { namedKey, SEALING_ALGORITHM, sealWith } from "@/lib/sealing";

/**
 * Encrypts a secret (a webhook's or an OAuth token) before it reaches the database, with the first key.
 * @returns `keyid.iv.tag.ciphertext`, the last three base64url
 */
export function seal(plain: string): string {
	const [entry] = env().GUILDHALL_ENCRYPTION_KEYS;
	if (entry === undefined) throw new Error("GUILDHALL_ENCRYPTION_KEYS contains no key");
	return sealWith(entry, plain);
}

/**
 * Decrypts what `seal` made, with whichever of the configured keys made it.
 * @throws Error when the key is gone from the configuration or the text was changed
 */
export function unseal(sealed: string): string {
	const [id = "", iv = "", tag = "", text = ""] = sealed.split(".");
	const found = env()
		.GUILDHALL_ENCRYPTION_KEYS.map(namedKey)
		.find((known) => known.id === id);
	if (found === undefined) throw new Error(`no encryption key "${id}" in GUILDHALL_ENCRYPTION_KEYS`);
	const decipher = createDecipheriv(SEALING_ALGORITHM, found.key, Buffer.from(iv, "base64url"));
	decipher.setAuthTag(Buffer.from(tag, "base64url"));
	return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]).toString("utf8");
}
