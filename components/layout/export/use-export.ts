"use client";

import { useEffect, useRef, useState } from "react";
import { saveFile } from "@/components/ui/save-file";
import { downloadExport, type Progress } from "@/lib/export/download";
import type { ExportFormat } from "@/lib/export/formats";

/** Where each format of the list is. */
export type ExportAddresses = Record<ExportFormat, string>;

export type ExportState =
	| { phase: "idle" }
	| ({ phase: "running" } & Progress)
	| { phase: "done"; rows: number; bytes: number; name: string }
	| { phase: "stopped"; rows: number }
	| { phase: "failed"; rows: number; error: Error };

/** One export at a time; leaving the page stops it. A file is saved when all of it has come, and not otherwise. */
export function useExport(addresses: ExportAddresses) {
	const [state, setState] = useState<ExportState>({ phase: "idle" });
	const running = useRef<AbortController>(undefined);
	useEffect(() => () => running.current?.abort(), []);
	async function start(format: ExportFormat): Promise<void> {
		const control = new AbortController();
		running.current = control;
		let rows = 0;
		const show = paced((progress) => !control.signal.aborted && setState({ phase: "running", ...progress }));
		const onProgress = (progress: Progress) => {
			rows = progress.rows;
			show(progress);
		};
		try {
			const file = await downloadExport(addresses[format], format, onProgress, control.signal);
			saveFile(file.blob, file.name);
			setState({ phase: "done", rows: file.rows, bytes: file.blob.size, name: file.name });
		} catch (thrown) {
			const error = thrown instanceof Error ? thrown : new Error(String(thrown));
			setState(control.signal.aborted ? { phase: "stopped", rows } : { phase: "failed", rows, error });
		}
	}
	return {
		state,
		start: (format: ExportFormat) => void start(format),
		stop: () => running.current?.abort(),
		reset: () => setState({ phase: "idle" }),
	};
}

/** Nobody reads more than a few numbers a second. */
const SHOWN_EVERY_MS = 150;

function paced(show: (progress: Progress) => void): (progress: Progress) => void {
	let shownAt = Number.NEGATIVE_INFINITY;
	return (progress) => {
		const now = performance.now();
		if (now - shownAt < SHOWN_EVERY_MS) return;
		shownAt = now;
		show(progress);
	};
}
