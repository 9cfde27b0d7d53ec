import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";

const claimsSchema = z.object({
	kind: z.enum(["access", "refresh"]),
	userId: z.string(),
	scopes: z.array(z.string()),
	issuedAt: z.number(),
	expiresAt: z.number(),
	id: z.string(),
});

export type Claims = z.infer<typeof claimsSchema>;
export type TokenPair = { access: string; refresh: string; expiresIn: number; scopes: string[] };

/** Discord's access tokens live a week; a refresh token of an unused authorization much longer. */
const accessSeconds = 604_800;
const refreshSeconds = 365 * 86_400;

/**
 * Access and refresh tokens that carry their claims under a signature, so that people stay signed in when the
 * simulator restarts. Only revocations live in memory.
 */
export class Tokens {
	readonly #key: string;
	readonly #now: () => number;
	readonly #revoked = new Set<string>();
	readonly #revokedPeople = new Map<string, number>();

	/** @param now milliseconds since the epoch */
	constructor(key: string, now: () => number) {
		this.#key = key;
		this.#now = now;
	}

	issue(userId: string, scopes: string[]): TokenPair {
		return {
			access: this.#seal("access", userId, scopes, accessSeconds),
			refresh: this.#seal("refresh", userId, scopes, refreshSeconds),
			expiresIn: accessSeconds,
			scopes,
		};
	}

	/** The claims of a token of that kind that is genuine, unexpired and not revoked. */
	open(kind: Claims["kind"], token: string): Claims | undefined {
		const claims = this.#verify(token);
		if (!claims || claims.kind !== kind || claims.expiresAt <= this.#now()) return undefined;
		if (this.#revoked.has(claims.id)) return undefined;
		const cutoff = this.#revokedPeople.get(claims.userId);
		return cutoff !== undefined && claims.issuedAt <= cutoff ? undefined : claims;
	}

	/** Ends one token; a token that is not ours is ignored, as RFC 7009 asks. */
	revoke(token: string): void {
		const claims = this.#verify(token);
		if (claims) this.#revoked.add(claims.id);
	}

	revokePerson(userId: string): void {
		this.#revokedPeople.set(userId, this.#now());
	}

	clear(): void {
		this.#revoked.clear();
		this.#revokedPeople.clear();
	}

	#seal(kind: Claims["kind"], userId: string, scopes: string[], seconds: number): string {
		const issuedAt = this.#now();
		const expiresAt = issuedAt + seconds * 1000;
		const claims: Claims = {
			kind,
			userId,
			scopes,
			issuedAt,
			expiresAt,
			id: randomBytes(9).toString("base64url"),
		};
		const body = Buffer.from(JSON.stringify(claims)).toString("base64url");
		return `${body}.${this.#sign(body)}`;
	}

	#verify(token: string): Claims | undefined {
		const [body, signature, ...rest] = token.split(".");
		if (!body || !signature || rest.length > 0) return undefined;
		const expected = Buffer.from(this.#sign(body));
		const given = Buffer.from(signature);
		if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
		return claimsSchema.parse(JSON.parse(Buffer.from(body, "base64url").toString()));
	}

	#sign(body: string): string {
		return createHmac("sha256", this.#key).update(body).digest("base64url");
	}
}
