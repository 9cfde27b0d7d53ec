import { beforeAll, describe, expect, it } from "vitest";
import { activityQuery, periodQuery } from "@/lib/analytics/schema";
import { auditFilters } from "@/lib/audit/schema";
import { caseFilters } from "@/lib/cases/schema";
import { channelPageSearch } from "@/lib/channels/schema";
import { executionFilters, listCommandsQuery } from "@/lib/commands/schema";
import { keysSearch } from "@/lib/config/keys-schema";
import { configSearch } from "@/lib/config/schema";
import { definition } from "@/lib/explore/schema";
import { memberPageSearch } from "@/lib/members/profile-schema";
import { memberListSearch } from "@/lib/members/schema";
import { messageFilters } from "@/lib/messages/schema";
import { overviewQuery } from "@/lib/overview/schema";
import { reportQuery } from "@/lib/report/schema";
import { rolePermissionsQuery, rolesPageSearch } from "@/lib/roles/schema";
import { pages } from "@/tests/setup/app-tree";
import { guilds, login } from "@/tests/setup/login";
import { call } from "./call";

const guild = "/guilds/{guildId}";
const names = (schema: { shape: object }, ...more: string[]) => [...Object.keys(schema.shape), ...more];

/** The parameters that each page reads from its address; a page that is not here reads none. */
const known: Record<string, string[]> = {
	"/guilds": ["q"],
	"/sign-in": ["callbackUrl", "error"],
	[guild]: names(overviewQuery),
	[`${guild}/analytics`]: names(activityQuery),
	...Object.fromEntries(
		["commands", "growth", "health", "moderation", "support", "voice"].map((tab) => [
			`${guild}/analytics/${tab}`,
			names(periodQuery),
		]),
	),
	[`${guild}/audit`]: names(auditFilters, "entry"),
	[`${guild}/cases`]: names(caseFilters, "case"),
	[`${guild}/channels/{channelId}`]: names(channelPageSearch),
	[`${guild}/commands`]: names(listCommandsQuery),
	[`${guild}/commands/executions`]: names(executionFilters, "execution"),
	[`${guild}/configuration`]: names(configSearch),
	[`${guild}/configuration/keys`]: names(keysSearch, "key"),
	[`${guild}/explore`]: names(definition),
	[`${guild}/members`]: names(memberListSearch),
	[`${guild}/members/{userId}`]: names(memberPageSearch),
	[`${guild}/messages`]: names(messageFilters),
	[`${guild}/messages/{messageId}`]: ["q"],
	[`${guild}/report`]: names(reportQuery),
	[`${guild}/roles`]: names(rolesPageSearch),
	[`${guild}/roles/{roleId}`]: names(rolePermissionsQuery),
};

const addresses = pages().map(({ address }) => ({
	address,
	pattern: new RegExp(`^${address.replace(/\{\w+\}/g, "[^/]+")}$`),
	variables: address.split("{").length,
}));

/** The page that answers for a path; a word in its address goes before a parameter, as in Next's router. */
function pageOf(path: string): string | undefined {
	return addresses
		.filter(({ pattern }) => pattern.test(path))
		.toSorted((one, other) => one.variables - other.variables)[0]?.address;
}

/** Links are alike when they lead to one page with the same parameters; words such as the name of a tab count. */
function kindOf({ pathname, searchParams }: URL): string {
	const parameters = [...searchParams].map(([name, value]) =>
		/^[a-z]+$/.test(value) ? `${name}=${value}` : name,
	);
	return `${pageOf(pathname) ?? pathname}?${[...new Set(parameters)].toSorted((one, other) => one.localeCompare(other, "en")).join("&")}`;
}

type Found = { link: URL; on: string; status: number };

/** The addresses of this site in a document, except those of the API. */
function linksOf(html: string, base: URL): URL[] {
	return [...html.matchAll(/<a\s[^>]*?href="([^"]+)"/g)]
		.map(([, href = ""]) => new URL(href.replaceAll("&amp;", "&"), base))
		.filter(({ origin, pathname }) => origin === base.origin && !pathname.startsWith("/api/"));
}

/** Follows one link of each kind, from the overview on, to wherever the dashboard leads. */
async function follow(start: string, session: string): Promise<Found[]> {
	const base = new URL("http://dashboard");
	const first = new URL(start, base);
	const seen = new Set([kindOf(first)]);
	const waiting = [{ link: first, on: "" }];
	const found: Found[] = [];
	for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
		const path = next.link.pathname + next.link.search;
		const response = await call(path, { session });
		found.push({ ...next, status: response.status });
		const html = response.status === 200 ? await response.text() : "";
		for (const link of linksOf(html, new URL(path, base))) {
			if (seen.has(kindOf(link))) continue;
			seen.add(kindOf(link));
			waiting.push({ link, on: path });
		}
	}
	return found;
}

describe("the links of the dashboard", () => {
	let found: Found[] = [];
	beforeAll(async () => {
		found = await follow(`/guilds/${guilds.medium.id}`, await login("owner"));
	}, 600_000);

	const told = ({ link, on }: Found) => `${link.pathname}${link.search} on ${on}`;

	it("lead to pages that are there", () => {
		expect(found.length).toBeGreaterThan(40);
		expect(found.filter(({ status }) => status !== 200).map(told)).toEqual([]);
	});

	it("ask for nothing that their pages do not read", () => {
		const isUnknown = ({ link }: Found) =>
			[...link.searchParams.keys()].some(
				(name) => !(known[pageOf(link.pathname) ?? ""] ?? []).includes(name),
			);
		expect(found.filter(isUnknown).map(told)).toEqual([]);
	});
});
