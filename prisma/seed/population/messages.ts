import type { Random } from "../random";
import { snowflakeAt } from "../snowflake";
import { ConversationWriter } from "./conversations";
import type { Crowd } from "./crowd";
import { draft, type MessageDraft, type ScheduledMessage } from "./draft";
import type { Ledger } from "./ledger";
import { spreadOverHours } from "./rhythm";
import type { ThreadDraft } from "./threads";

const BATCH = 5000;
/** The low bits of scheduled messages' ids begin here, those of conversations at 0: no two messages share an id. */
const SCHEDULED_LOW = 1_000_000;

/**
 * All messages of a server, exactly `total` of them, in batches of a few thousand in rough order of time: what was
 * scheduled, and conversations around it. The ledger has seen every message once the last batch is out.
 */
export function* messageBatches(
	crowd: Crowd,
	random: Random,
	input: {
		total: number;
		scheduled: readonly ScheduledMessage[];
		threads: readonly ThreadDraft[];
		ledger: Ledger;
	},
): Generator<MessageDraft[]> {
	const { guild, start, end } = crowd;
	const { ledger, scheduled } = input;
	const writer = new ConversationWriter(random, crowd, input.threads, ledger);
	const span = { start, end, total: input.total - scheduled.length, timeZone: guild.timeZone, growth: 2.1 };
	let next = 0;
	let batch: MessageDraft[] = [];
	for (const hour of spreadOverHours(random, span)) {
		const hourEnd = hour.start + 3_600_000;
		for (let message = scheduled[next]; message && message.at < hourEnd; message = scheduled[++next]) {
			batch.push(draft(snowflakeAt(message.at, SCHEDULED_LOW + next), message));
		}
		for (const message of writer.hour(hour.start, hour.count)) batch.push(message);
		if (batch.length < BATCH) continue;
		for (const message of batch) ledger.note(message);
		yield batch;
		batch = [];
	}
	for (const message of batch) ledger.note(message);
	yield batch;
}
