import { expect, test } from "vitest";
import { baseUrl, call } from "./call";
import { CookieJar } from "./cookie-jar";
import { signIn } from "./sign-in";

const statusWith = async (cookie: string) => (await call("/api/v1/me", { headers: { cookie } })).status;

test("signing in again in the same browser ends the session it had, whosever it was", async () => {
	const browser = new CookieJar();
	const elsewhere = await signIn(baseUrl, "helper");
	const first = await signIn(baseUrl, "helper", browser);
	expect(await statusWith(first)).toBe(200);
	const second = await signIn(baseUrl, "moderator", browser);
	expect(await statusWith(second)).toBe(200);
	expect(await statusWith(first)).toBe(401);
	expect(await statusWith(elsewhere)).toBe(200);
});
