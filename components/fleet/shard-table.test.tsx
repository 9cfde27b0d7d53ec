import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { type Fleet, fleet } from "@/lib/fleet/schema";
import common from "../../messages/en/common.json";
import words from "../../messages/en/fleet.json";
import { ShardTable } from "./shard-table";

type Shard = Fleet["shards"][number];

const offline: Shard = {
	id: 3,
	status: "offline",
	refusal: null,
	guilds: 0,
	lastHeartbeat: null,
	latencyMs: null,
};

function shown(shards: Shard[]): string {
	return renderToStaticMarkup(
		<NextIntlClientProvider locale="en" timeZone="UTC" messages={{ fleet: words, common }}>
			<ShardTable shards={shards} />
		</NextIntlClientProvider>,
	);
}

it("says what somebody has to change where Discord wants no second try of a shard", () => {
	const known = fleet.shape.shards.element.shape.refusal.unwrap().options;
	expect(new Set(Object.keys(words.shards.refusals))).toEqual(new Set(known));
	for (const refusal of known)
		expect(shown([{ ...offline, refusal }])).toContain(words.shards.refusals[refusal].split("'")[0]);
	expect(shown([{ ...offline, refusal: "privileged" }])).toContain("Message Content Intent");
	expect(shown([offline])).not.toContain("max-w-prose");
});
