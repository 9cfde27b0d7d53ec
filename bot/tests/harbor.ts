import { afterAll, afterEach, expect } from "vitest";
import { eventually, openSetting, type Setting } from "@/bot/tests/following";
import type { GatewaySettings } from "@/simulator/gateway/gateway";
import type { LivingMessage } from "@/simulator/state/types";

/** A guild of the simulated Discord with many members. */
export const HARBOR = "902114735018344448";

/** What tests do in {@link HARBOR}, and when the worker is done with what it missed there. */
export type Harbor = {
	/** Its first text channel. */
	channel(): string;
	/** People without roles, who may not act on others. */
	someone(index?: number): string;
	owner(): { userId: string };
	write(content: string, authorId?: string): LivingMessage;
	/** Waits until every guild that a session told of after the moment is compared. */
	compared(after: Date): Promise<void>;
	/** Ends the session so that it cannot be resumed. @returns the moment before */
	loseSession(): Date;
};

/** Opens a setting for the tests of a file: its workers end after each of them, all of it after the last. */
export async function atHarbor(
	gateway: Partial<GatewaySettings> = {},
): Promise<{ setting: Setting; harbor: Harbor }> {
	const setting = await openSetting(gateway);
	afterEach(() => setting.stopAll());
	afterAll(() => setting.close());
	return { setting, harbor: harborOf(setting) };
}

function harborOf({ discord, rows }: Setting): Harbor {
	const { state } = discord;
	const guild = () => state.core.guild(HARBOR);
	const channel = () => [...guild().channels.values()].find(({ type }) => type === 0)?.id ?? "";
	const someone = (index = 0) => {
		const people = [...guild().members.values()].filter(
			({ user, roles }) => user.bot !== true && roles.length === 0,
		);
		return people[index]?.user.id ?? "";
	};
	return {
		channel,
		someone,
		owner: () => ({ userId: guild().settings.owner_id }),
		write: (content, authorId = someone()) => state.messages.create(channel(), { authorId, content }),
		compared: (after) =>
			eventually(async () => {
				const found = await rows<{ finished: boolean }>(
					"SELECT finished_at IS NOT NULL AS finished FROM gateway_catch_ups WHERE wanted_at > $1",
					[after],
				);
				expect(found.length).toBe(2);
				expect(found.every(({ finished }) => finished)).toBe(true);
			}),
		loseSession() {
			const lost = new Date();
			state.turn({ kind: "invalid_session", resumable: false });
			return lost;
		},
	};
}
