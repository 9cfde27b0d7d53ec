import { print } from "@/bench/measure/figure";
import { quantile, timed } from "@/bench/measure/timing";
import { inScenes } from "@/bench/population/scene";
import { RARE_WORD } from "@/bench/population/shape";
import { listCases } from "@/lib/cases/data";
import { searchMessages } from "@/lib/messages/data";
import { listMessagesQuery } from "@/lib/messages/schema";

const words = {
	"a word in 1 of 1,000 messages": RARE_WORD,
	"a common word": "the",
	"a word that nobody wrote": "xylograph",
};

/** Text search in the largest guild: the first page of 50. */
export async function run(args: string[]): Promise<void> {
	await inScenes(args, 40, async (scene, { rounds }) => {
		const report = (figure: string, times: number[]) =>
			print({
				figure: `${figure}, p95`,
				messages: scene.messages,
				value: quantile(times, 0.95),
				unit: "ms",
				target: "≤ 100 ms",
			});
		for (const [figure, q] of Object.entries(words)) {
			const query = listMessagesQuery.parse({ q });
			const times = await scene.inScope("messages.read", (guild) =>
				timed(rounds, () => searchMessages(guild, query)),
			);
			report(`messages with ${figure}`, times);
		}
		const cases = await scene.inScope("cases.read", (guild) =>
			timed(rounds, () =>
				listCases(guild, {
					q: RARE_WORD,
					type: undefined,
					status: undefined,
					moderator: undefined,
					member: undefined,
					from: undefined,
					to: undefined,
				}),
			),
		);
		report("cases with a word of 1 in 1,000", cases);
	});
}
