import "server-only";
import { cookies } from "next/headers";
import { isHttps } from "@/lib/env";
import { preferenceCookies } from "@/lib/i18n/config";
import type { ChangePreferences } from "./schema";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Mirrors preferences into the cookies that the server reads before it renders the first byte. */
export async function setPreferenceCookies(change: ChangePreferences): Promise<void> {
	const jar = await cookies();
	const values = {
		[preferenceCookies.theme]: change.theme,
		[preferenceCookies.locale]: change.language,
		[preferenceCookies.timeZone]: change.timeZone,
	};
	for (const [name, value] of Object.entries(values)) {
		if (value === undefined) continue;
		// Not HttpOnly: the switches in the page change them too.
		jar.set(name, value, { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax", secure: isHttps() });
	}
}
