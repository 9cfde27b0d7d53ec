import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import charts from "../../messages/en/charts.json";

/** The markup of a chart as the server sends it, in English. */
export function renderChart(chart: ReactNode): string {
	return renderToStaticMarkup(
		<NextIntlClientProvider locale="en" timeZone="UTC" messages={{ charts }}>
			{chart}
		</NextIntlClientProvider>,
	);
}
