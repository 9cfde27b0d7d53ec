import type { Part } from "./part";
import type { Recount } from "./recount";
import { recountsOfCases } from "./recounts-of-cases";
import { recountsOfCommands } from "./recounts-of-commands";
import { recountsOfMembership, recountsOfWriters } from "./recounts-of-members";
import { recountsOfMessages } from "./recounts-of-messages";
import { recountsOfVoice } from "./recounts-of-voice";

/** What is archived by months. */
export type Archivable = "messages" | "executions";

/** Every rollup that has a time, in a part of it, by the rows that it is counted from. */
export const recountsFrom: Record<Archivable | "rest", (part: Part) => Recount[]> = {
	messages: (part) => [...recountsOfMessages(part), ...recountsOfWriters(part)],
	executions: recountsOfCommands,
	rest: (part) => [...recountsOfMembership(part), ...recountsOfVoice(part), ...recountsOfCases(part)],
};

/** All of them. */
export function recountsIn(part: Part): Recount[] {
	const { messages, executions, rest } = recountsFrom;
	return [...messages(part), ...executions(part), ...rest(part)];
}
