import { type Random, weighted } from "@/prisma/seed/random";
import { command, dialog, press } from "./acts/commands";
import { invite, plan, proceed, rsvp, uninvite } from "./acts/gatherings";
import { ban, kick, removeMessage, sweep, timeout, unban } from "./acts/moderation";
import { agree, boost, join, leave, rename, role } from "./acts/people";
import { clearEmoji, clearReactions, react, unreact } from "./acts/reactions";
import {
	changeChannel,
	changeGuild,
	changeRole,
	createChannel,
	createRole,
	deleteChannel,
	deleteRole,
	expression,
	overwrite,
	webhook,
} from "./acts/structure";
import { edit, link, pin, speak, takeBack } from "./acts/talk";
import { changeThread, endThread, joinThread, startThread } from "./acts/threads";
import { joinVoice, leaveVoice, moveVoice, switchVoice } from "./acts/voice";
import type { Act } from "./scene";

/** What happens on a lively server, and how often, in parts of a thousand or so. */
const repertoire: readonly (readonly [act: Act, weight: number])[] = [
	[speak, 520],
	[link, 30],
	[edit, 45],
	[takeBack, 12],
	[pin, 1],
	[react, 170],
	[unreact, 24],
	[clearReactions, 1],
	[clearEmoji, 1],
	[startThread, 6],
	[joinThread, 6],
	[changeThread, 4],
	[endThread, 0.5],
	[join, 16],
	[leave, 12],
	[agree, 2],
	[rename, 5],
	[role, 9],
	[boost, 1.5],
	[timeout, 2.5],
	[ban, 2],
	[unban, 1],
	[kick, 1],
	[removeMessage, 6],
	[sweep, 1],
	[joinVoice, 20],
	[moveVoice, 6],
	[switchVoice, 18],
	[leaveVoice, 17],
	[command, 34],
	[press, 6],
	[dialog, 1],
	[plan, 0.8],
	[rsvp, 5],
	[proceed, 0.7],
	[invite, 2],
	[uninvite, 1],
	[createChannel, 0.4],
	[changeChannel, 0.8],
	[deleteChannel, 0.3],
	[overwrite, 0.4],
	[createRole, 0.5],
	[changeRole, 0.7],
	[deleteRole, 0.4],
	[expression, 0.8],
	[webhook, 4],
	[changeGuild, 0.1],
];

const pick = weighted(repertoire, ([, weight]) => weight);

/** Something that may happen next. */
export const pickAct = (random: Random): Act => pick(random)[0];
