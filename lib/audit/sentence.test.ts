import { describe, expect, it } from "vitest";
import { auditActionNames } from "@/lib/discord/audit-actions";
import german from "@/messages/de/audit.json" with { type: "json" };
import english from "@/messages/en/audit.json" with { type: "json" };
import type { FieldChange } from "./schema";
import { sentenceOf, toldBeside } from "./sentence";

const change = (action: string, fields: FieldChange[], table = "cases") =>
	({ source: "change", action, table, fields, extra: {} }) as const;
const discord = (action: string, fields: FieldChange[] = [], extra = {}) =>
	({ source: "discord", action, table: null, fields, extra }) as const;
const bot = (action: string, extra = {}) =>
	({ source: "bot", action, table: null, fields: [] as FieldChange[], extra }) as const;

describe("the sentence of a change in the dashboard", () => {
	it("tells of one short field itself", () => {
		const prefix = { field: "prefix", before: "!", after: "?" };
		expect(sentenceOf(change("update", [prefix], "guild_config"))).toMatchObject({
			key: "setting",
			field: prefix,
		});
		expect(toldBeside(change("update", [prefix]))).toEqual([]);
	});

	it("does not count what keeps the books of a row", () => {
		const prefix = { field: "prefix", before: "!", after: "?" };
		const revision = { field: "revision", before: 11, after: 12 };
		expect(sentenceOf(change("update", [prefix, revision], "guild_config"))).toMatchObject({
			key: "setting",
			field: prefix,
		});
	});

	it("leaves longer texts to the column beside it", () => {
		const reason = { field: "case_reason", before: "Spam", after: "Posted the same link in nine channels" };
		expect(sentenceOf(change("update", [reason])).key).toBe("oneField");
		expect(toldBeside(change("update", [reason]))).toEqual([reason]);
	});

	it("calls a soft deletion a removal", () => {
		const fields = [
			{ field: "deleted_at", before: null, after: "2026-11-21T10:00:00Z" },
			{ field: "is_deleted", before: false, after: true },
		];
		expect(sentenceOf(change("update", fields)).key).toBe("removed");
		expect(toldBeside(change("update", fields))).toEqual([]);
	});
});

describe("the sentence of the bot's log", () => {
	it("writes a slash command with its slash, and a menu's entry without", () => {
		expect(sentenceOf(bot("command_executed", { command: "ban" })).what).toBe("/ban");
		expect(sentenceOf(bot("command_executed", { command: "View record" })).what).toBe("View record");
	});

	it("keeps the bot's own word where it knows no better", () => {
		expect(sentenceOf(bot("poll_closed"))).toMatchObject({ key: "unknown", what: "poll_closed" });
		expect(sentenceOf(bot("other", { case_number: 12 }))).toMatchObject({ key: "case", what: "12" });
	});
});

describe("the sentence of Discord's log", () => {
	it.each([english, german])("exists for every action, in every language", ({ sentences }) => {
		const known = new Set(Object.keys(sentences.discord));
		expect(auditActionNames.filter((name) => !known.has(name))).toEqual([]);
	});

	it("names the roles that were given or taken", () => {
		const given = {
			field: "$add",
			before: null,
			after: [
				{ id: "1", name: "Helper" },
				{ id: "2", name: "Artist" },
			],
		};
		expect(sentenceOf(discord("MEMBER_ROLE_UPDATE", [given]))).toMatchObject({
			key: "ROLES_GIVEN",
			what: "Helper, Artist",
		});
		expect(sentenceOf(discord("MEMBER_ROLE_UPDATE", [given, { ...given, field: "$remove" }])).key).toBe(
			"MEMBER_ROLE_UPDATE",
		);
	});

	it("tells a timeout's beginning from its end", () => {
		const timeout = (after: unknown) => ({ field: "communication_disabled_until", before: null, after });
		expect(sentenceOf(discord("MEMBER_UPDATE", [timeout("2026-11-22T10:00:00Z")])).key).toBe("TIMED_OUT");
		expect(sentenceOf(discord("MEMBER_UPDATE", [timeout(null)])).key).toBe("TIMEOUT_ENDED");
	});

	it("calls what is gone by the name it had, and keeps an unknown action", () => {
		const name = { field: "name", before: "old-channel", after: null };
		expect(sentenceOf(discord("CHANNEL_DELETE", [name])).called).toBe("old-channel");
		expect(sentenceOf(discord("UNKNOWN_777"))).toMatchObject({ key: "UNKNOWN", what: "UNKNOWN_777" });
	});
});
