import type { Random } from "../random";
import type { World, WorldGuild } from "../world/types";
import { botAuditTable } from "./bot-audit-rows";
import { type CaseDraft, createCases } from "./cases";
import { changeRows } from "./changes";
import { executionTable } from "./command-rows";
import { type ConfigSave, configSaves } from "./config";
import { type KeySave, keySaves } from "./config-keys";
import { configTables } from "./config-rows";
import { contentTables } from "./content-rows";
import { type Crowd, createCrowd } from "./crowd";
import { createExecutions, type ExecutionDraft } from "./executions";
import { gatheringTables } from "./gathering-rows";
import { guildTables } from "./guild-rows";
import { insightTables } from "./insight-rows";
import { Ledger } from "./ledger";
import { memberTables } from "./member-rows";
import { MessageTables } from "./message-rows";
import { messageBatches } from "./messages";
import { moderationTables, type Offsets } from "./moderation-rows";
import { nativeAuditTable } from "./native-audit-rows";
import type { Row, TableRows } from "./rows";
import { scheduledMessages } from "./scheduled";
import { socialTables } from "./social-rows";
import { supportTables } from "./support-rows";
import { createThreads, type ThreadDraft } from "./threads";
import { voiceTable } from "./voice-rows";

/** How much happened in a server while the bot was there. */
export type Size = {
	messages: number;
	cases: number;
	executions: number;
	posts: number;
	topics: number;
	voice: number;
	conversations: number;
};

/** The last numbers given so far, over all servers: some ids are unique in the whole database. */
export type Numbering = Offsets & { embedId: number };

/** A server's threads, moderation record, voice sessions, events, invites and webhooks, whether over or not. */
export type Standing = {
	threads: readonly ThreadDraft[];
	cases: readonly CaseDraft[];
	/** Those of one table of voice states, scheduled events and who comes to them, invites or webhooks. */
	rows(table: string): readonly Row[];
};

/** One server's part of the population. Its tables are to be taken in the order of the methods. */
export class Server {
	readonly guild: WorldGuild;
	readonly crowd: Crowd;
	/** Complete once the last batch of `messages` was taken. */
	readonly ledger = new Ledger();
	readonly saves: readonly ConfigSave[];
	readonly #world: World;
	readonly #size: Size;
	readonly #random: Random;
	readonly #numbering: Numbering;
	readonly #offsets: Offsets;
	readonly #cases: readonly CaseDraft[];
	readonly #threads: readonly ThreadDraft[];
	#made: readonly ExecutionDraft[] | undefined;

	constructor(world: World, guild: WorldGuild, size: Size, random: Random, numbering: Numbering) {
		this.guild = guild;
		this.crowd = createCrowd(world, guild, random.fork("crowd"));
		this.saves = configSaves(this.crowd);
		this.#world = world;
		this.#size = size;
		this.#random = random;
		this.#cases = createCases(this.crowd, random.fork("cases"), size.cases);
		this.#threads = createThreads(this.crowd, random.fork("threads"), size.posts, size.topics);
		this.#numbering = numbering;
		this.#offsets = { ...numbering };
		numbering.caseId += this.#cases.length;
		numbering.noteId += this.#cases.length;
		numbering.customTypeId += 10;
		applyTimeouts(this.#cases);
	}

	/** The server itself and its members. */
	foundation(): TableRows[] {
		return [...guildTables(this.guild, this.#threads), ...memberTables(this.crowd)];
	}

	/** Messages with their children, a batch at a time. */
	*messages(): Generator<TableRows[]> {
		const tables = new MessageTables(this.guild.id, this.#numbering.embedId);
		const caused = { cases: this.#cases, executions: this.#executions, threads: this.#threads };
		const scheduled = scheduledMessages(this.#world, this.crowd, this.#random.fork("scheduled"), caused);
		const input = { total: this.#size.messages, scheduled, threads: this.#threads, ledger: this.ledger };
		for (const batch of messageBatches(this.crowd, this.#random.fork("messages"), input)) {
			yield tables.tables(batch);
		}
		this.#numbering.embedId = tables.embedId;
	}

	/** Everything that refers to messages and members. Needs the messages to have been taken. */
	rest(): TableRows[] {
		const { crowd, ledger } = this;
		const random = (key: string) => this.#random.fork(key);
		const caused = { cases: this.#cases, executions: this.#executions, ledger };
		return [
			executionTable(this.#world, this.guild.id, this.#executions),
			...moderationTables(crowd, random("moderation"), this.#cases, this.#offsets),
			botAuditTable(this.#world, crowd, caused),
			nativeAuditTable(this.#world, crowd, random("audit"), caused),
			voiceTable(crowd, random("voice"), this.#size.voice),
			...gatheringTables(this.#world, crowd, random("gatherings")),
			...socialTables(crowd, random("social"), ledger),
			...contentTables(crowd, random("content")),
			...supportTables(crowd, random("support"), this.#size.conversations),
			...insightTables(crowd, random("insight"), ledger, this.#cases),
			...configTables(crowd, this.revisions()),
		];
	}

	/** Made when first asked for: they are half of the work, and the simulated Discord needs none. */
	get #executions(): readonly ExecutionDraft[] {
		const { executions } = this.#size;
		this.#made ??= createExecutions(this.crowd, this.#random.fork("executions"), executions, this.#cases);
		return this.#made;
	}

	/** What stands at Discord itself when the demo begins, beside the people: for the simulated one to know. */
	standing(): Standing {
		const random = (key: string) => this.#random.fork(key);
		const tables = [
			voiceTable(this.crowd, random("voice"), this.#size.voice),
			...gatheringTables(this.#world, this.crowd, random("gatherings")),
		];
		return {
			threads: this.#threads,
			cases: this.#cases,
			rows: (name) => tables.find(({ table }) => table === name)?.rows ?? [],
		};
	}

	/** The saves of settings and of dynamic keys, oldest first: the order of the revisions. */
	revisions(): (ConfigSave | KeySave)[] {
		return [...this.saves, ...keySaves(this.crowd)].toSorted((a, b) => a.at - b.at);
	}

	/** Rows for the chained change log, in order of time. */
	changes(): Row[] {
		const input = { saves: this.saves, cases: this.#cases, caseIdOffset: this.#offsets.caseId };
		return changeRows(this.#world, this.crowd, this.#random.fork("changes"), input);
	}
}

/** Who is timed out by a case is timed out as a member, too. */
function applyTimeouts(cases: readonly CaseDraft[]): void {
	for (const { type, closedAt, user, expiresAt } of cases) {
		if (type === "TIMEOUT" && closedAt === null && user.leftAt === null) user.timeoutUntil = expiresAt;
	}
}
