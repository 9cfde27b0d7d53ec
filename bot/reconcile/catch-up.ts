import { readAuditLog } from "@/bot/reconcile/audit-log";
import { readBans } from "@/bot/reconcile/bans";
import { readCommands } from "@/bot/reconcile/commands";
import { readInvites } from "@/bot/reconcile/invites";
import type { MemberRequests } from "@/bot/reconcile/member-requests";
import { readMissedMessages } from "@/bot/reconcile/messages";
import { isRefusal, type Reach } from "@/bot/reconcile/reach";
import { readScheduledEvents } from "@/bot/reconcile/scheduled-events";
import { readArchivedThreads } from "@/bot/reconcile/threads";
import type { WantedGuild } from "@/bot/reconcile/wanted";
import type { Watch } from "@/bot/reconcile/watch";
import { readWebhooks } from "@/bot/reconcile/webhooks";

/** What was read of one guild: how many of each, and what the bot may not read. */
export type Findings = Record<string, number | string[]>;

/**
 * Makes a guild right after a session that is new: what happened before it may have been missed. Channels, roles, voice
 * and the like came with the session itself.
 * @throws what keeps it from being complete: the network, the database, members that do not come
 */
export async function catchUp(
	reach: Reach,
	watch: Watch,
	requests: MemberRequests,
	guild: WantedGuild,
): Promise<Findings> {
	const { guildId, completeUntil, membersListed } = guild;
	const refused: string[] = [];
	const findings: Findings = {};
	const take = async (name: string, work: () => Promise<number>) => {
		try {
			findings[name] = await work();
		} catch (error) {
			if (!isRefusal(error)) throw error;
			refused.push(name);
		}
	};
	if (!membersListed) await requests.ask(reach, guildId);
	await take("bans", () => readBans(reach, guildId));
	await take("invites", () => readInvites(reach, guildId));
	await take("webhooks", () => readWebhooks(reach, guildId, null));
	await take("commands", () => readCommands(reach, guildId));
	await take("events", () => watch.during(() => readScheduledEvents(reach, watch, guildId)));
	await take("threads", () => readArchivedThreads(reach, guild));
	await take("auditLog", () => readAuditLog(reach, guildId, completeUntil));
	const messages = await watch.during(() => readMissedMessages(reach, watch, guild));
	return { ...findings, ...messages, ...(refused.length > 0 && { refused }) };
}
