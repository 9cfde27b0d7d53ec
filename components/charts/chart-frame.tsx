import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { cn } from "@/lib/cn";

type ChartFrameProps = {
	title: string;
	/** The sentence that says what the chart shows. */
	summary: string;
	/** Address of the CSV; without it there is no link. */
	csv?: string;
	/** The same figures as a table; opens without a script. */
	table: ReactNode;
	empty?: boolean;
	className?: string;
	children: ReactNode;
};

/** What every chart has around its plot: title, sentence, table and CSV, and a word when there is nothing. */
export function ChartFrame({ title, summary, csv, table, empty, className, children }: ChartFrameProps) {
	const t = useTranslations("charts");
	const id = useId();
	return (
		<figure aria-labelledby={id} className={cn("@container relative min-w-0", className)}>
			<figcaption className="mb-3">
				<h3 id={id} className="pr-36 font-medium">
					{title}
				</h3>
				{empty ? null : <p className="text-muted text-sm">{summary}</p>}
			</figcaption>
			{empty ? <p className="py-8 text-center text-muted text-sm">{t("empty")}</p> : children}
			{!empty && csv && (
				<a
					href={csv}
					download={`${fileName(title)}.csv`}
					aria-label={t("downloadCsv", { title })}
					className="absolute top-0 right-0 text-accent text-xs leading-5 hover:underline"
				>
					{t("csv")}
				</a>
			)}
			{!empty && (
				<details className="group">
					<summary className="absolute top-0 right-10 list-none text-accent text-xs leading-5 hover:underline [&::-webkit-details-marker]:hidden">
						<span className="group-open:hidden">{t("asTable")}</span>
						<span className="hidden group-open:inline">{t("hideTable")}</span>
					</summary>
					{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
					<section tabIndex={0} aria-labelledby={id} className="mt-3 max-h-72 overflow-auto rounded border">
						{table}
					</section>
				</details>
			)}
		</figure>
	);
}

function fileName(title: string): string {
	return (
		title
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N}]+/gu, "-")
			.replaceAll(/^-|-$/g, "") || "chart"
	);
}
