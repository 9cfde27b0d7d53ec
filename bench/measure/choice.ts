import { Command } from "commander";

/** Which figures of a bench to measure, and whether to tell what their statements take. */
export type Choice = { only?: string; statements?: boolean };

/** What `--only <part of the name>` and `--statements` say among a bench's options. */
export function choice(args: string[]): Choice {
	return new Command("bench")
		.option("--only <name>")
		.option("--statements")
		.allowUnknownOption()
		.allowExcessArguments()
		.parse(args, { from: "user" })
		.opts();
}
