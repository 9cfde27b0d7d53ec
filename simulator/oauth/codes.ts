import { createHash, randomBytes } from "node:crypto";

export type Grant = {
	userId: string;
	scopes: string[];
	redirectUri: string;
	/** The S256 challenge, or null when the client sent none. */
	codeChallenge: string | null;
};

const lifetimeMs = 60_000;

/** Authorization codes: each can be taken once and lives 60 seconds. */
export class Codes {
	readonly #now: () => number;
	readonly #grants = new Map<string, Grant & { expiresAt: number }>();

	/** @param now milliseconds since the epoch */
	constructor(now: () => number) {
		this.#now = now;
	}

	issue(grant: Grant): string {
		const code = randomBytes(15).toString("base64url");
		this.#grants.set(code, { ...grant, expiresAt: this.#now() + lifetimeMs });
		return code;
	}

	/** Takes a code out, so that a second attempt finds nothing; undefined when unknown, used or expired. */
	take(code: string): Grant | undefined {
		const grant = this.#grants.get(code);
		this.#grants.delete(code);
		return grant && grant.expiresAt > this.#now() ? grant : undefined;
	}

	clear(): void {
		this.#grants.clear();
	}
}

/** Whether a PKCE verifier belongs to the challenge of the grant (RFC 7636, S256 only). */
export function verifierMatches(challenge: string | null, verifier: string | undefined): boolean {
	if (challenge === null) return verifier === undefined;
	if (verifier === undefined) return false;
	return createHash("sha256").update(verifier).digest("base64url") === challenge;
}
