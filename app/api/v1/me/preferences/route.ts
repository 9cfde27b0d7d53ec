import { z } from "zod";
import { savePreferences } from "@/lib/account/data";
import { setPreferenceCookies } from "@/lib/account/preference-cookies";
import { changePreferences } from "@/lib/account/schema";
import { methodsBesides } from "@/lib/api/methods";
import { userRoute } from "@/lib/api/user-route";

export const PUT = userRoute({
	summary: "Change your theme, language or time zone",
	body: changePreferences,
	response: z.null(),
	handler: async ({ user, body }) => {
		await savePreferences(user, body);
		await setPreferenceCookies(body);
		return null;
	},
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = methodsBesides("PUT");
