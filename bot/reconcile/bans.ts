import { Routes } from "discord-api-types/v10";
import { z } from "zod";
import { text } from "@/bot/events/decode";
import { tellUser, user } from "@/bot/events/decode-user";
import { receivedNow } from "@/bot/gateway/clock";
import { type Reach, read, wellFormed } from "@/bot/reconcile/reach";
import { tell } from "@/bot/reconcile/tell";

/** As many as Discord gives at once. */
const PAGE = 1_000;

const ban = z.object({ reason: text.nullish(), user });

/** Reads who is banned; whoever is not listed any more may come back. @returns how many are */
export async function readBans(reach: Reach, guildId: string): Promise<number> {
	const begun = receivedNow();
	let after: string | undefined;
	for (let listed = 0; ; ) {
		const at = receivedNow();
		const page = wellFormed(ban, await read(reach, Routes.guildBans(guildId), { limit: PAGE, after }));
		await tell(reach.scope, guildId, (tables) => {
			for (const { reason, user: person } of page) {
				tellUser(tables, person, at);
				tables.bans.step(guildId, person.id, { at, kind: "listed", reason });
			}
			if (page.length < PAGE) tables.bans.complete(guildId, begun);
		});
		listed += page.length;
		if (page.length < PAGE) return listed;
		after = page.at(-1)?.user.id;
	}
}
