"use client";

import type { MouseEvent } from "react";
import { notify } from "@/components/ui/toast";
import { csvOf } from "./csv";

type ChartToolsProps = {
	/** Of the picture, without its ending. */
	file: string;
	words: {
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

/** Copies the figures of the chart around it, and saves it as a picture; the code that draws comes with the first one. */
export function ChartTools({ file, words }: ChartToolsProps) {
	const told = (work: Promise<void>, title: string) =>
		work.then(
			() => notify({ tone: "good", title }),
			() => notify({ tone: "danger", title: words.failed }),
		);
	const copy = ({ currentTarget }: MouseEvent) => {
		const link = figureOf(currentTarget).querySelector<HTMLAnchorElement>("a[download]");
		void told(navigator.clipboard.writeText(csvOf(link?.href ?? "")), words.copied);
	};
	const save = async ({ currentTarget }: MouseEvent) => {
		try {
			const { copyPicture, drawPicture, savePicture } = await import("./picture");
			const picture = await drawPicture(figureOf(currentTarget));
			savePicture(picture, `${file}.png`);
			const onClick = () => void told(copyPicture(picture), words.copied);
			notify({ tone: "good", title: words.saved, action: { label: words.copyPicture, onClick } });
		} catch {
			notify({ tone: "danger", title: words.failed });
		}
	};
	const look = "rounded-sm p-1 hover:underline noscript:hidden";
	return (
		<>
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

function figureOf(element: Element): HTMLElement {
	return element.closest("figure") ?? document.body;
}
