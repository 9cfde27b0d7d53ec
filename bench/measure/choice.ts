import { Command } from "commander";

/** Which figures of a bench to measure, whether to tell what their statements take, and whether with filters. */
export type Choice = { only?: string; statements?: boolean; narrowed?: boolean };

/** What `--only <part of the name>`, `--statements` and `--narrowed` say among a bench's options. */
export function choice(args: string[]): Choice {
	return new Command("bench")
		.option("--only <name>")
		.option("--statements")
		.option("--narrowed")
		.allowUnknownOption()
		.allowExcessArguments()
		.parse(args, { from: "user" })
		.opts();
}
