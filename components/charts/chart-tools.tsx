"use client";

import type { MouseEvent } from "react";
import { copyText } from "@/components/ui/copy-text";
import { notify } from "@/components/ui/toast";
import type { Separator } from "@/lib/export/separator";
import { csvOf } from "./csv-text";

type ChartToolsProps = {
	/** Of what is saved, without its ending. */
	file: string;
	/** The separator of the chart's CSV. */
	separator: Separator;
	words: {
		json: string;
		saveJson: string;
		copy: string;
		copyCsv: string;
		picture: string;
		savePicture: string;
		copied: string;
		saved: string;
		copyPicture: string;
		failed: string;
	};
};

/**
 * Copies the figures of the chart around it, and saves them as JSON or the chart as a picture; the code for those comes
 * with the first one.
 */
export function ChartTools({ file, separator, words }: ChartToolsProps) {
	const told = (work: Promise<void>, title: string) =>
		work.then(
			() => notify({ tone: "good", title }),
			() => notify({ tone: "danger", title: words.failed }),
		);
	const copy = ({ currentTarget }: MouseEvent) => {
		void told(copyText(csvIn(currentTarget)), words.copied);
	};
	const writeJson = async ({ currentTarget }: MouseEvent) => {
		try {
			const { saveJson } = await import("./save-json");
			saveJson(csvIn(currentTarget), separator, `${file}.json`);
		} catch {
			notify({ tone: "danger", title: words.failed });
		}
	};
	const save = async ({ currentTarget }: MouseEvent) => {
		try {
			const { copyPicture, drawPicture } = await import("./picture");
			const { saveFile } = await import("@/components/ui/save-file");
			const picture = await drawPicture(figureOf(currentTarget));
			saveFile(picture, `${file}.png`);
			const onClick = () => void told(copyPicture(picture), words.copied);
			notify({ tone: "good", title: words.saved, action: { label: words.copyPicture, onClick } });
		} catch {
			notify({ tone: "danger", title: words.failed });
		}
	};
	const look = "rounded-sm p-1 hover:underline noscript:hidden";
	return (
		<>
			<button
				type="button"
				aria-label={words.saveJson}
				className={look}
				onClick={(event) => void writeJson(event)}
			>
				{words.json}
			</button>
			<button type="button" aria-label={words.copyCsv} className={look} onClick={copy}>
				{words.copy}
			</button>
			<button
				type="button"
				aria-label={words.savePicture}
				className={look}
				onClick={(event) => void save(event)}
			>
				{words.picture}
			</button>
		</>
	);
}

/** The figures of the chart that holds an element, as its download has them. */
function csvIn(element: Element): string {
	return csvOf(figureOf(element).querySelector<HTMLAnchorElement>("a[download]")?.href ?? "");
}

function figureOf(element: Element): HTMLElement {
	return element.closest("figure") ?? document.body;
}
