import { expect, test } from "vitest";
import type { z } from "zod";
import type { guildList } from "@/lib/guilds/schema";
import { signIn } from "./sign-in";

const base = process.env.TEST_BASE_URL ?? "";

test("whoever signs in sees how many members Discord counts where the bot is not", async () => {
	const cookie = await signIn(base, "owner");
	const response = await fetch(`${base}/api/v1/guilds`, { headers: { cookie } });
	const { items } = (await response.json()) as z.infer<typeof guildList>;
	const absent = items.filter(({ stored }) => !stored);
	expect(absent.length).toBeGreaterThan(0);
	for (const { name, memberCount } of absent) expect(memberCount, name).toBeGreaterThan(0);
});
