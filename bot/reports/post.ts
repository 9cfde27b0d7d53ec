import type { WeekFigures } from "@/bot/reports/figures";
import { texts } from "@/bot/reports/texts";
import { formatDate, formatNumber, formatPercent } from "@/lib/format";
import type { ReportLocale } from "@/lib/report/schema";
import type { Week } from "@/lib/report/week";

/** Discord's blurple: the accent of the dashboard. */
const accent = 0x5865f2;

type Wish = {
	figures: WeekFigures;
	week: Week;
	locale: ReportLocale;
	/** The address of the report's page. */
	href: string;
};

type Field = { name: string; value: string; inline: boolean };

/** The message of a weekly report as Discord takes it: the main figures and the way to the page. */
export function reportPost({ figures, week, locale, href }: Wish): { embeds: Record<string, unknown>[] } {
	const t = texts[locale];
	const number = (value: number) => formatNumber(value, locale);
	const compared = (value: number, before: number) => comparedTo(value, before, locale);
	const days = [week.firstDay, week.lastDay].map((day) => formatDate(Date.parse(day), locale, "UTC"));
	const fields: Field[] = [
		{
			name: t.members,
			value: t.memberLine(number(figures.members), number(figures.joins), number(figures.leaves)),
			inline: true,
		},
		{ name: t.messages, value: compared(figures.messages, figures.messagesBefore), inline: true },
		{ name: t.active, value: compared(figures.active, figures.activeBefore), inline: true },
		{
			name: t.commands,
			value: t.commandLine(
				compared(figures.commands, figures.commandsBefore),
				figures.errors,
				number(figures.errors),
			),
			inline: true,
		},
		{
			name: t.channels,
			value:
				figures.channels.map(({ id, messages }) => `<#${id}> · ${number(messages)}`).join("\n") || t.nothing,
			inline: false,
		},
	];
	return {
		embeds: [
			{
				title: `${t.title} · ${week.name}`,
				url: href,
				description: `${days.join(" – ")}\n[${t.open}](${href})`,
				color: accent,
				fields,
			},
		],
	};
}

/** The figure and how far it moved; a week before without any says nothing about change. */
function comparedTo(value: number, before: number, locale: ReportLocale): string {
	const figure = `**${formatNumber(value, locale)}**`;
	if (before === 0) return figure;
	const ratio = value / before - 1;
	const sign = ratio > 0 ? "+" : ratio < 0 ? "−" : "±";
	return `${figure} · ${texts[locale].before(`${sign}${formatPercent(Math.abs(ratio), locale, 0)}`)}`;
}
