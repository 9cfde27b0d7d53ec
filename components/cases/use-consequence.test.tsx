import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { FormatProvider } from "@/components/layout/format";
import type { CaseDetail } from "@/lib/cases/detail-schema";
import type { SettableStatus } from "@/lib/cases/kinds";
import cases from "../../messages/en/cases.json";
import { useConsequence } from "./use-consequence";

const now = Date.parse("2026-11-21T12:00:00Z");
const person = { id: "80351110224678912", name: "Ana", avatar: null, isBot: false };
const ban: CaseDetail = {
	...{ caseNumber: 12, type: { code: "TEMPBAN", custom: null }, reason: "Spam", status: "open" },
	member: person,
	moderator: person,
	...{ createdAt: "2026-11-20T12:00:00Z", expiresAt: "2026-11-29T14:03:00Z", expiry: "required" },
	order: { state: "done", error: null, permission: null, delivered: null, lifts: false },
	...{ revision: "1", resolvedAt: null, updatedAt: "2026-11-20T12:00:00Z", updatedBy: null },
	...{ roles: [], evidence: [], metadata: {}, events: [], record: [] },
};

function Says({ of, status }: { of: CaseDetail; status: SettableStatus }) {
	return useConsequence(of)(status);
}

function said(status: SettableStatus, change: Partial<CaseDetail> = {}): string {
	return renderToStaticMarkup(
		<NextIntlClientProvider locale="en" timeZone="UTC" messages={{ cases }}>
			<FormatProvider timeZone="UTC" now={now}>
				<Says of={{ ...ban, ...change }} status={status} />
			</FormatProvider>
		</NextIntlClientProvider>,
	);
}

it("says of a temporary ban in force when it ends, whatever becomes of its case", () => {
	expect(said("closed")).toContain("Nothing changes on Discord. The ban still ends on 29 Nov 2026, 14:03.");
	expect(said("voided")).toContain("The ban still ends on 29 Nov 2026, 14:03.");
});

it("says nothing of the end of what is over, was never in force, or is ended by Discord", () => {
	expect(said("closed", { order: { ...ban.order, state: "failed" } })).not.toContain("still ends");
	expect(said("closed", { order: { ...ban.order, lifts: true } })).not.toContain("still ends");
	expect(said("voided", { status: "expired", expiresAt: "2026-11-21T11:00:00Z" })).not.toContain(
		"still ends",
	);
	expect(said("closed", { type: { code: "TIMEOUT", custom: null } })).not.toContain("still ends");
});

it("says that an expiry goes where a case can be open without one", () => {
	const over = { status: "expired", expiresAt: "2026-11-21T11:00:00Z" } as const;
	expect(said("open", { ...over, expiry: "optional" })).toContain(
		"Its expiry has passed and will be removed.",
	);
	expect(said("open", over)).not.toContain("removed");
});
