import { Command } from "cmdk";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { Level } from "@/lib/auth/permissions";
import german from "../../messages/de/nav.json";
import english from "../../messages/en/nav.json";
import { PalettePages } from "./palette-pages";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: () => undefined }) }));

/** What the palette offers of the server's pages, as the words of its entries. */
function offered(level: Level, text: string, locale: "en" | "de" = "en"): string[] {
	const html = renderToStaticMarkup(
		<NextIntlClientProvider
			locale={locale}
			timeZone="UTC"
			messages={{ nav: { en: english, de: german }[locale] }}
		>
			<Command shouldFilter={false}>
				<PalettePages
					guild={{ id: "1", name: "Harbor", iconUrl: null, level }}
					text={text}
					onClose={() => undefined}
				/>
			</Command>
		</NextIntlClientProvider>,
	);
	return [...html.matchAll(/<span[^>]*>([^<]+)<\/span>/g)].map(([, words = ""]) => words);
}

describe("the pages in the palette", () => {
	it("are those of the sidebar until something is typed", () => {
		expect(offered(3, "")).toContain("Analytics");
		expect(offered(3, "").filter((words) => words.includes("·"))).toEqual([]);
	});

	it("are the tabs of analytics too, and the weekly report, by their names", () => {
		expect(offered(6, "growth")).toEqual(["Analytics · Growth"]);
		expect(offered(6, "WEEKLY")).toEqual(["Weekly report"]);
		expect(offered(6, "commands")).toEqual(["Commands", "Analytics · Commands"]);
		expect(offered(6, "analytics")).toHaveLength(8);
		expect(offered(6, "zustand", "de")).toEqual(["Statistik · Zustand"]);
	});

	it("are only those that the level may open", () => {
		expect(offered(1, "analytics ·")).toEqual([
			"Analytics · Activity",
			"Analytics · Growth",
			"Analytics · Voice",
			"Analytics · Health",
		]);
		expect(offered(0, "weekly")).toEqual([]);
	});
});
