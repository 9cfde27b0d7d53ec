import { Command } from "commander";
import { buildPopulation, dropPopulation, populationName, populations } from "@/bench/population/database";
import { RARE_WORD, shapeOf } from "@/bench/population/shape";
import { command } from "./command";
import { benchHome, benchServer } from "./database/bench";
import { connected } from "./database/roles";
import { seconds } from "./lifecycle/progress";
import { Refusal } from "./refusal";

const program = new Command("npm run bench:seed --")
	.description("Builds a large, skewed population for the benches, in a database that stays.")
	.option("--messages <number>", "how many messages; one server holds a quarter of them", "10000000")
	.option("--fresh", "builds it again when it exists")
	.option("--drop", "drops it instead")
	.addHelpText(
		"after",
		`
The database guildhall_bench_<messages> is made on the server of TEST_DATABASE_ADMIN_URL (a superuser's address), or on
an embedded one under .guildhall/bench. Ten million messages take some minutes and about 10 GB. One message in a
thousand holds the word "${RARE_WORD}". Ctrl-C leaves nothing behind.`,
	)
	.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
	.parse();

await command(async (closing) => {
	const { messages, fresh, drop } = program.opts<{ messages: string; fresh?: true; drop?: true }>();
	const count = Number(messages);
	if (!Number.isInteger(count) || count < 10_000)
		throw new Refusal("--messages takes a number from 10000 on.");
	const name = populationName(count);
	const server = await benchServer(closing);
	if (drop) {
		await dropPopulation(server, name);
		console.log(`${name} is gone.`);
		return 0;
	}
	if ((await populations(server)).includes(count)) {
		if (!fresh) {
			console.log(`${name} exists (${await sizeOf(server, name)}); --fresh builds it again.`);
			return 0;
		}
		await dropPopulation(server, name);
	}
	closing.add("The draft", () => dropPopulation(server, `${name}_draft`));
	const begun = performance.now();
	const passed = () => seconds(performance.now() - begun).padStart(12);
	await buildPopulation(server, benchHome, shapeOf(count), (what) => console.log(`${passed()}  ${what}`));
	console.log(`${passed()}  ${name} is complete: ${await sizeOf(server, name)}`);
	return 0;
});

async function sizeOf(server: string, name: string): Promise<string> {
	return connected(server, async (admin) => {
		const { rows } = await admin.query<{ size: string }>(
			"SELECT pg_size_pretty(pg_database_size($1)) AS size",
			[name],
		);
		return rows[0]?.size ?? "";
	});
}
