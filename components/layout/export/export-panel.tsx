"use client";

import { CircleAlert, CircleCheck, CircleStop, FileBraces, Sheet } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ExportState } from "@/components/layout/export/use-export";
import { useFormat } from "@/components/layout/format";
import { useProblemText } from "@/components/layout/use-problem-text";
import { Button } from "@/components/ui/button";
import { type ExportFormat, exportFormats, SHEET_ROWS } from "@/lib/export/formats";

type ExportPanelProps = {
	state: ExportState;
	onStart: (format: ExportFormat) => void;
	onStop: () => void;
	onAgain: () => void;
	onClose: () => void;
};

/** What an export offers, how far it is and what became of it. */
export function ExportPanel({ state, onStart, onStop, onAgain, onClose }: ExportPanelProps) {
	const t = useTranslations("export");
	if (state.phase === "idle") return <Choice onStart={onStart} />;
	if (state.phase === "running") return <Running state={state} onStop={onStop} />;
	return (
		<div className="flex flex-col gap-3">
			<Outcome state={state} />
			<div className="flex gap-2">
				{state.phase === "done" ? null : <Button onClick={onAgain}>{t("again")}</Button>}
				<Button variant="ghost" onClick={onClose}>
					{t("close")}
				</Button>
			</div>
		</div>
	);
}

const icons = { csv: Sheet, json: FileBraces };

function Choice({ onStart }: Pick<ExportPanelProps, "onStart">) {
	const t = useTranslations("export");
	return (
		<div className="flex flex-col gap-1">
			<p className="px-2 pb-1 text-muted text-sm">{t("what")}</p>
			{exportFormats.map((format) => {
				const Icon = icons[format];
				return (
					<button
						key={format}
						type="button"
						onClick={() => onStart(format)}
						className="flex items-start gap-2 rounded-md px-2 py-1.5 text-left hover:bg-hover"
					>
						<Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
						<span className="flex flex-col">
							<span className="font-medium">{t(`formats.${format}`)}</span>
							<span className="text-muted text-sm">{t(`purposes.${format}`)}</span>
						</span>
					</button>
				);
			})}
		</div>
	);
}

type RunningProps = { state: Extract<ExportState, { phase: "running" }>; onStop: () => void };

function Running({ state: { rows, about }, onStop }: RunningProps) {
	const t = useTranslations("export");
	const format = useFormat();
	const text =
		about === null
			? t("rows", { count: rows, rows: format.number(rows) })
			: t("rowsOf", { rows: format.number(rows), about: format.number(about) });
	return (
		<div className="flex flex-col gap-3">
			<div className="flex flex-col gap-1.5">
				<p className="tabular-nums">{text}</p>
				<progress
					aria-label={t("progress")}
					max={about ?? undefined}
					value={about === null ? undefined : Math.min(rows, about)}
					className="h-1.5 w-full accent-accent"
				/>
			</div>
			<Button onClick={onStop} className="self-start">
				<CircleStop aria-hidden />
				{t("stop")}
			</Button>
		</div>
	);
}

type OutcomeProps = { state: Exclude<ExportState, { phase: "idle" | "running" }> };

function Outcome({ state }: OutcomeProps) {
	const t = useTranslations("export");
	const format = useFormat();
	const problemText = useProblemText();
	const rows = { count: state.rows, rows: format.number(state.rows) };
	if (state.phase === "done") {
		return (
			<Told icon={<CircleCheck aria-hidden className="text-good" />} title={t("done", rows)}>
				{t("saved", { name: state.name, size: format.bytes(state.bytes) })}
				{state.rows >= SHEET_ROWS ? ` ${t("tooLong", { rows: format.number(SHEET_ROWS) })}` : null}
			</Told>
		);
	}
	if (state.phase === "stopped") {
		return (
			<Told icon={<CircleStop aria-hidden className="text-muted" />} title={t("stopped", rows)}>
				{t("nothingSaved")}
			</Told>
		);
	}
	return (
		<Told icon={<CircleAlert aria-hidden className="text-danger" />} title={t("failed", rows)}>
			{state.rows > 0 ? t("nothingSaved") : null} {problemText(state.error)}
		</Told>
	);
}

function Told({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
	return (
		<div role="status" className="flex gap-2 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0">
			{icon}
			<div className="flex min-w-0 flex-col">
				<p className="font-medium">{title}</p>
				<p className="break-words text-muted text-sm">{children}</p>
			</div>
		</div>
	);
}
