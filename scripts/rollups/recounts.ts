import type { Part } from "./part";
import type { Recount } from "./recount";
import { recountsOfCases } from "./recounts-of-cases";
import { recountsOfCommands } from "./recounts-of-commands";
import { recountsOfMembers } from "./recounts-of-members";
import { recountsOfMessages } from "./recounts-of-messages";
import { recountsOfVoice } from "./recounts-of-voice";

/** Every rollup that has a time, in a part of it. */
export function recountsIn(part: Part): Recount[] {
	return [
		...recountsOfMessages(part),
		...recountsOfMembers(part),
		...recountsOfVoice(part),
		...recountsOfCommands(part),
		...recountsOfCases(part),
	];
}
