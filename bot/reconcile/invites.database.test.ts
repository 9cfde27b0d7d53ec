import { describe, expect, test } from "vitest";
import { eventually } from "@/bot/tests/following";
import { atHarbor, HARBOR } from "@/bot/tests/harbor";

const { setting, harbor } = await atHarbor();

/** A channel with an invite to it. */
function invited(name: string): { channel: string; code: string } {
	const { channels, invites } = setting.discord.state;
	const { id } = channels.create(HARBOR, 0, { name }, harbor.owner());
	return { channel: id, code: invites.create(id, {}, harbor.owner()).code };
}

async function standing(...codes: string[]): Promise<string[]> {
	const rows = await setting.rows<{ code: string }>(
		"SELECT code FROM discord_invites WHERE code = ANY ($1) AND revoked_at IS NULL ORDER BY code",
		[codes],
	);
	return rows.map(({ code }) => code);
}

describe("the invites of a channel", { timeout: 60_000 }, () => {
	test("end with it, whether its end was heard or not", async () => {
		await setting.follow();
		await harbor.compared(new Date(0));
		const [heard, unheard, kept] = [invited("heard"), invited("unheard"), invited("kept")];
		const codes = [heard, unheard, kept].map(({ code }) => code);
		await eventually(async () => expect(await standing(...codes)).toHaveLength(3));
		setting.discord.state.channels.delete(heard.channel, harbor.owner());
		await eventually(async () => expect(await standing(heard.code)).toEqual([]));

		const lost = harbor.loseSession();
		setting.discord.state.channels.delete(unheard.channel, harbor.owner());
		await harbor.compared(lost);
		await eventually(async () => expect(await standing(...codes)).toEqual([kept.code]));
	});
});
