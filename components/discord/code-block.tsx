"use client";

import { Check, Copy } from "lucide-react";
import { useCopy } from "@/components/layout/copy-button";

type CodeBlockProps = {
	text: string;
	language: string | null;
	labels: { code: string; copy: string; copied: string };
};

/** Code as it was written, with a button that copies it. */
export function CodeBlock({ text, language, labels }: CodeBlockProps) {
	const { copied, copy } = useCopy(text);
	return (
		<div className="group relative my-1 max-w-full">
			<section
				// biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, so the keyboard must reach them
				tabIndex={0}
				aria-label={language ?? labels.code}
				className="overflow-x-auto rounded border bg-background p-2 pr-10"
			>
				<pre className="font-mono text-xs leading-5">
					<code>{text}</code>
				</pre>
			</section>
			<button
				type="button"
				onClick={copy}
				aria-label={copied ? labels.copied : labels.copy}
				className="absolute top-1 right-1 rounded bg-background p-1.5 text-muted hover:bg-hover hover:text-text"
			>
				{copied ? (
					<Check aria-hidden="true" className="size-3.5" />
				) : (
					<Copy aria-hidden="true" className="size-3.5" />
				)}
			</button>
		</div>
	);
}
