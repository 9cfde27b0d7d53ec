import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { isSnowflake } from "@/lib/discord/snowflake";
import { foundOrNull } from "@/lib/errors";
import { PAGE_SIZE } from "@/lib/page-size";
import { rangeOf } from "./data";
import { type ExecutionChoices, executionChoices, listExecutions, readExecution } from "./executions";
import type { ExecutionDetail, ExecutionFilters, ExecutionList } from "./schema";
import { type PeriodFigures, usageFigures } from "./usage";

export type ExecutionsFrame = {
	figures: PeriodFigures;
	choices: ExecutionChoices;
	first: ExecutionList;
	/** The execution that the address opens; null when there is none with that id. */
	open: ExecutionDetail | null | undefined;
};

/** Everything that the page of executions shows at first, in six statements at most. */
export async function executionsFrame(
	guild: GuildScope,
	filters: ExecutionFilters,
	executionId: unknown,
): Promise<ExecutionsFrame> {
	const range = await rangeOf(guild, filters);
	return {
		figures: await usageFigures(guild, range, filters.command),
		choices: await executionChoices(guild, filters),
		first: await listExecutions(guild, { ...filters, limit: PAGE_SIZE }, range),
		open: executionId === undefined ? undefined : await readOrNull(guild, executionId),
	};
}

async function readOrNull(guild: GuildScope, executionId: unknown): Promise<ExecutionDetail | null> {
	return isSnowflake(executionId) ? foundOrNull(readExecution(guild, executionId)) : null;
}
