import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { discordRequest, readAnswer } from "./request";

const tokenAnswer = z.object({
	access_token: z.string().min(1),
	refresh_token: z.string().min(1),
	expires_in: z.number().positive(),
	scope: z.string(),
});

export type RenewedTokens = {
	accessToken: string;
	/** Replaces the one that was sent, which no longer works. */
	refreshToken: string;
	/** Unix milliseconds. */
	expiresAt: number;
	scopes: string[];
};

/**
 * Exchanges a refresh token for new tokens.
 * @throws AppError unauthenticated when Discord refuses the token, discord_unavailable when it does not answer
 */
export async function refreshToken(token: string): Promise<RenewedTokens> {
	const { DISCORD_CLIENT_ID, DISCORD_CLIENT_SECRET } = env();
	const asked = Date.now();
	const { status, body } = await discordRequest("/oauth2/token", {
		method: "POST",
		headers: {
			Authorization: `Basic ${Buffer.from(`${DISCORD_CLIENT_ID}:${DISCORD_CLIENT_SECRET}`).toString("base64")}`,
		},
		body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: token }),
	});
	if (status === 400) {
		throw new AppError("unauthenticated", {
			detail: "Discord no longer accepts this sign-in. Sign in again.",
			cause: "Discord refused the refresh token",
		});
	}
	if (status !== 200)
		throw new AppError("internal", { cause: `Discord answered ${status} to a token refresh` });
	const answer = readAnswer(tokenAnswer, body);
	return {
		accessToken: answer.access_token,
		refreshToken: answer.refresh_token,
		expiresAt: asked + answer.expires_in * 1000,
		scopes: answer.scope.split(" "),
	};
}
