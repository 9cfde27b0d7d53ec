import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import german from "../../messages/de/common.json";
import english from "../../messages/en/common.json";
import { LateDays } from "./late-days";

const days = { firstDay: "2026-11-01", lastDay: "2026-11-30" };

function said(timeZone: string, locale: "en" | "de" = "en"): string {
	return renderToStaticMarkup(
		<NextIntlClientProvider
			locale={locale}
			timeZone="UTC"
			messages={{ common: { en: english, de: german }[locale] }}
		>
			<LateDays timeZone={timeZone} days={days} />
		</NextIntlClientProvider>,
	);
}

it("says how late the days of a zone off the whole hour begin, and nothing of others", () => {
	expect(said("Asia/Kathmandu")).toContain("45 minutes after midnight");
	expect(said("Asia/Kolkata", "de")).toContain("30 Minuten nach Mitternacht");
	expect(said("Europe/Berlin")).toBe("");
});
