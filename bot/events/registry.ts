import type { GatewayDispatchEvents } from "discord-api-types/v10";
import { auditLogEvents } from "@/bot/events/audit-log";
import { banEvents } from "@/bot/events/bans";
import { channelEvents } from "@/bot/events/channels";
import { emojiEvents } from "@/bot/events/emojis";
import { guildEvents } from "@/bot/events/guilds";
import type { EventHandler } from "@/bot/events/handler";
import { type Ignored, ignoredEvents } from "@/bot/events/ignored";
import { interactionEvents } from "@/bot/events/interactions";
import { inviteEvents } from "@/bot/events/invites";
import { memberEvents } from "@/bot/events/members";
import { messageEvents } from "@/bot/events/messages";
import { reactionEvents } from "@/bot/events/reactions";
import { roleEvents } from "@/bot/events/roles";
import { scheduledEventEvents } from "@/bot/events/scheduled-events";
import { sessionEvents } from "@/bot/events/session";
import { voiceEvents } from "@/bot/events/voice";
import { webhookEvents } from "@/bot/events/webhooks";

/** What becomes of each event that Discord documents; one that it adds is missing here until somebody decides. */
const registry: Record<GatewayDispatchEvents, EventHandler | Ignored> = {
	...sessionEvents,
	...guildEvents,
	...channelEvents,
	...roleEvents,
	...memberEvents,
	...banEvents,
	...emojiEvents,
	...voiceEvents,
	...scheduledEventEvents,
	...inviteEvents,
	...webhookEvents,
	...messageEvents,
	...reactionEvents,
	...interactionEvents,
	...auditLogEvents,
	...ignoredEvents,
};

const plans = new Map<string, EventHandler | Ignored>(Object.entries(registry));

/** The event's handler; undefined: it leaves no row. */
export function handlerOf(event: string): EventHandler | undefined {
	const plan = plans.get(event);
	return plan && "take" in plan ? plan : undefined;
}

/** Whether somebody decided what becomes of the event: Discord adds some before its types name them. */
export function isKnownEvent(event: string): boolean {
	return plans.has(event);
}
