import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { cn } from "@/lib/cn";
import { separatorOf } from "@/lib/export/separator";
import { ChartTools } from "./chart-tools";

type ChartFrameProps = {
	title: string;
	/** The sentence that says what the chart shows. */
	summary: string;
	/** Address of the CSV; without it there is nothing to take away. */
	csv?: string;
	/** The same figures as a table; opens without a script. A chart that is a table has none. */
	table?: ReactNode;
	empty?: boolean;
	className?: string;
	children: ReactNode;
};

/** What every chart has around its plot: title, sentence, table, CSV, JSON and picture, and a word when there is nothing. */
export function ChartFrame({ title, summary, csv, table, empty, className, children }: ChartFrameProps) {
	const t = useTranslations("charts");
	const id = useId();
	return (
		<figure aria-labelledby={id} className={cn("@container relative min-w-0", className)}>
			<figcaption className="relative mb-3">
				<div className="flex flex-wrap items-center justify-between gap-x-4">
					<h3 id={id} className="font-medium">
						{title}
					</h3>
					{empty ? null : <Tools id={id} title={title} csv={csv} table={table} />}
				</div>
				{empty ? null : <p className="text-muted text-sm">{summary}</p>}
			</figcaption>
			{empty ? <p className="py-8 text-center text-muted text-sm">{t("empty")}</p> : children}
		</figure>
	);
}

type ToolsProps = { id: string; title: string; csv: string | undefined; table: ReactNode };

/** The table lies over the plot, so that nothing on the page moves when it opens. */
function Tools({ id, title, csv, table }: ToolsProps) {
	const t = useTranslations("charts");
	const separator = separatorOf(useLocale());
	const file = fileName(title);
	return (
		<div data-no-picture className="-mx-1 flex shrink-0 items-center text-accent text-xs">
			{table ? (
				<details className="group">
					<summary className="list-none rounded-sm p-1 hover:underline group-open:font-medium group-open:underline [&::-webkit-details-marker]:hidden">
						{t("table")}
					</summary>
					<section
						// biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
						tabIndex={0}
						aria-labelledby={id}
						className="absolute inset-x-0 top-full z-20 mt-2 max-h-72 overflow-auto rounded border bg-surface text-text shadow-overlay"
					>
						{table}
					</section>
				</details>
			) : null}
			{csv ? (
				<>
					<a
						href={csv}
						download={`${file}.csv`}
						aria-label={t("downloadCsv", { title })}
						className="rounded-sm p-1 hover:underline"
					>
						{t("csv")}
					</a>
					<ChartTools
						file={file}
						separator={separator}
						words={{
							json: t("json"),
							saveJson: t("saveJson", { title }),
							copy: t("copy"),
							copyCsv: t("copyCsv", { title }),
							picture: t("picture"),
							savePicture: t("savePicture", { title }),
							copied: t("copied"),
							saved: t("saved"),
							copyPicture: t("copyPicture"),
							failed: t("failed"),
						}}
					/>
				</>
			) : null}
		</div>
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
