import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const ALGORITHM = "aes-256-gcm";

function keys(): Map<string, Buffer> {
	return new Map(
		env().GUILDHALL_ENCRYPTION_KEYS.map((entry) => {
			const [id = "", key = ""] = entry.split(":");
			return [id, Buffer.from(key, "base64")];
		}),
	);
}

/**
 * Encrypts a secret (a webhook's or an OAuth token) before it reaches the database: AES-256-GCM with the first key.
 * @returns `keyid.iv.tag.ciphertext`, the last three base64url
 */
export function seal(plain: string): string {
	const [entry] = keys();
	if (entry === undefined) throw new Error("GUILDHALL_ENCRYPTION_KEYS holds no key");
	const [id, key] = entry;
	const iv = randomBytes(12);
	const cipher = createCipheriv(ALGORITHM, key, iv);
	const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
	return [id, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(".");
}

/**
 * Decrypts what `seal` made, with whichever of the configured keys made it.
 * @throws Error when the key is gone from the configuration or the text was changed
 */
export function unseal(sealed: string): string {
	const [id = "", iv = "", tag = "", text = ""] = sealed.split(".");
	const key = keys().get(id);
	if (key === undefined) throw new Error(`no encryption key "${id}" in GUILDHALL_ENCRYPTION_KEYS`);
	const decipher = createDecipheriv(ALGORITHM, key, Buffer.from(iv, "base64url"));
	decipher.setAuthTag(Buffer.from(tag, "base64url"));
	return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]).toString("utf8");
}
