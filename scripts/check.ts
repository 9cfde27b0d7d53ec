import { Command } from "commander";
import { command } from "./command";
import { gates } from "./lifecycle/gates";
import { unnoticed } from "./lifecycle/planted";
import { root } from "./lifecycle/processes";
import { seconds } from "./lifecycle/progress";

const program = new Command("npm run check --")
	.description("Format, lint, types, import rules, unused code.")
	.option("--planted", "plant a violation of each rule in a copy of the tree and see that its gate notices")
	.addHelpText("after", "\nExit status: 0 when every gate passes, 1 when one does not.")
	.parse();

await command(async () => (program.opts<{ planted?: boolean }>().planted ? checkGates() : checkTree()));

async function checkTree(): Promise<number> {
	const failed: string[] = [];
	for (const gate of gates) {
		const begun = performance.now();
		const { passed, output } = await gate.run(root);
		if (!passed) {
			failed.push(gate.name);
			console.log(`\n── ${gate.name} ──\n${output}\n`);
		}
		console.log(`${passed ? "✓" : "✗"} ${gate.name} (${seconds(performance.now() - begun)})`);
	}
	console.log(failed.length === 0 ? "\nAll gates passed." : `\nNot passed: ${failed.join(", ")}.`);
	return failed.length === 0 ? 0 : 1;
}

async function checkGates(): Promise<number> {
	const missed = await unnoticed((line) => console.log(line));
	for (const sentence of missed) console.error(`✗ ${sentence}`);
	console.log(missed.length === 0 ? "\nEvery gate bites." : `\n${missed.length} violations went unnoticed.`);
	return missed.length === 0 ? 0 : 1;
}
