import { accessTables } from "./population/access-rows";
import { billingTables } from "./population/billing-rows";
import { botAuditTable } from "./population/bot-audit-rows";
import { type CaseDraft, createCases } from "./population/cases";
import { changeRows } from "./population/changes";
import { commandTable, executionTable } from "./population/command-rows";
import { type ConfigSave, configSaves } from "./population/config";
import { configTables } from "./population/config-rows";
import { contentTables } from "./population/content-rows";
import { type Crowd, createCrowd } from "./population/crowd";
import { createExecutions } from "./population/executions";
import { fleetTables } from "./population/fleet-rows";
import { gatheringTables } from "./population/gathering-rows";
import { guildTables } from "./population/guild-rows";
import { insightTables } from "./population/insight-rows";
import { Ledger } from "./population/ledger";
import { memberTables, userTable } from "./population/member-rows";
import { MessageTables } from "./population/message-rows";
import { messageBatches } from "./population/messages";
import { moderationTables, type Offsets } from "./population/moderation-rows";
import { nativeAuditTable } from "./population/native-audit-rows";
import type { Row, TableRows } from "./population/rows";
import { scheduledMessages } from "./population/scheduled";
import { socialTables } from "./population/social-rows";
import { supportTables } from "./population/support-rows";
import { createThreads } from "./population/threads";
import { voiceTable } from "./population/voice-rows";
import { createRandom, type Random } from "./random";
import type { World, WorldGuild } from "./world/types";

/** How much happened in each server while the bot was there. */
const SIZES = {
	harbor: {
		messages: 200_000,
		cases: 560,
		executions: 17_500,
		posts: 310,
		topics: 70,
		voice: 14_000,
		conversations: 620,
	},
	trail: { messages: 2600, cases: 9, executions: 420, posts: 0, topics: 0, voice: 160, conversations: 14 },
	cartridge: { messages: 3800, cases: 31, executions: 700, posts: 0, topics: 0, voice: 0, conversations: 22 },
} as const;

type Size = (typeof SIZES)[keyof typeof SIZES];

export type Server = {
	guild: WorldGuild;
	crowd: Crowd;
	/** Complete once the last batch of `messages` was taken. */
	ledger: Ledger;
	saves: readonly ConfigSave[];
	/** The server itself and its members. */
	foundation(): TableRows[];
	/** Messages with their children, a batch at a time. */
	messages(): Iterable<TableRows[]>;
	/** Everything that refers to messages and members. Needs the messages to have been taken. */
	rest(): TableRows[];
	/** Rows for the chained change log, in order of time. */
	changes(): Row[];
};

export type Population = {
	servers: Server[];
	/** Everybody of all servers, once. */
	people(): TableRows[];
	/** What spans servers: commands, access, billing, shards. */
	shared(): TableRows[];
};

type Numbering = Offsets & { embedId: number };

function createServer(
	world: World,
	guild: WorldGuild,
	size: Size,
	random: Random,
	numbering: Numbering,
): Server {
	const crowd = createCrowd(world, guild, random.fork("crowd"));
	const cases: CaseDraft[] = createCases(crowd, random.fork("cases"), size.cases);
	for (const { type, closedAt, user, expiresAt } of cases) {
		if (type === "TIMEOUT" && closedAt === null && user.leftAt === null) user.timeoutUntil = expiresAt;
	}
	const executions = createExecutions(crowd, random.fork("executions"), size.executions, cases);
	const threads = createThreads(crowd, random.fork("threads"), size.posts, size.topics);
	const scheduled = scheduledMessages(world, crowd, random.fork("scheduled"), { cases, executions, threads });
	const ledger = new Ledger();
	const saves = configSaves(crowd);
	const offsets = { ...numbering };
	numbering.caseId += cases.length;
	numbering.noteId += cases.length;
	numbering.customTypeId += 10;
	return {
		guild,
		crowd,
		ledger,
		saves,
		foundation: () => [...guildTables(guild, threads), ...memberTables(crowd)],
		*messages() {
			const tables = new MessageTables(guild.id, numbering.embedId);
			const input = { total: size.messages, scheduled, threads, ledger };
			for (const batch of messageBatches(crowd, random.fork("messages"), input)) yield tables.tables(batch);
			numbering.embedId = tables.embedId;
		},
		rest: () => [
			executionTable(world, guild.id, executions),
			...moderationTables(crowd, random.fork("moderation"), cases, offsets),
			botAuditTable(world, crowd, { cases, executions, ledger }),
			nativeAuditTable(world, crowd, random.fork("audit"), { cases, ledger }),
			voiceTable(crowd, random.fork("voice"), size.voice),
			...gatheringTables(world, crowd, random.fork("gatherings")),
			...socialTables(crowd, random.fork("social"), ledger),
			...contentTables(crowd, random.fork("content")),
			...supportTables(crowd, random.fork("support"), size.conversations),
			...insightTables(crowd, random.fork("insight"), ledger, cases),
			...configTables(crowd, saves),
		],
		changes: () =>
			changeRows(world, crowd, random.fork("changes"), { saves, cases, caseIdOffset: offsets.caseId }),
	};
}

/** The demo's people and servers as rows for every table, made from the world alone: same world, same rows. */
export function createPopulation(world: World): Population {
	const random = createRandom(world.seed, "population");
	const numbering: Numbering = { caseId: 0, noteId: 0, customTypeId: 0, embedId: 0 };
	const servers = world.guilds.flatMap((guild) => {
		const size = SIZES[guild.key as keyof typeof SIZES] as Size | undefined;
		return size ? [createServer(world, guild, size, random.fork(guild.key), numbering)] : [];
	});
	const crowds = servers.map(({ crowd }) => crowd);
	const others = world.people.map(({ user }) => user);
	return {
		servers,
		people: () => [userTable(crowds, others)],
		shared: () => {
			const ledgers = servers.map(({ ledger }) => ledger);
			return [
				commandTable(world),
				...accessTables(world, crowds),
				...billingTables(world),
				...fleetTables(world, random.fork("fleet"), crowds, ledgers),
			];
		},
	};
}
