"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/layout/disclosure";
import { ExportPanel } from "@/components/layout/export/export-panel";
import { type ExportAddresses, useExport } from "@/components/layout/export/use-export";
import { useFormat } from "@/components/layout/format";
import { buttonStyles } from "@/components/ui/button";
import { exportFormats } from "@/lib/export/formats";

/** Opens the choice of formats, and says how far an export is; a plain link for each format where there is no script. */
export function ExportButton({ addresses }: { addresses: ExportAddresses }) {
	const t = useTranslations("export");
	const format = useFormat();
	const { state, start, stop, reset } = useExport(addresses);
	return (
		<>
			<span className="hidden gap-2 noscript:flex">
				{exportFormats.map((name) => (
					<a key={name} href={addresses[name]} className={buttonStyles()}>
						{t(`formats.${name}`)}
					</a>
				))}
			</span>
			<div className="noscript:hidden">
				<Disclosure
					align="end"
					active={state.phase === "running"}
					icon={<Download aria-hidden />}
					label={
						state.phase === "running" ? t("buttonRunning", { rows: format.compact(state.rows) }) : t("button")
					}
				>
					{(close) => (
						<ExportPanel
							state={state}
							onStart={start}
							onStop={stop}
							onAgain={reset}
							onClose={() => {
								reset();
								close();
							}}
						/>
					)}
				</Disclosure>
			</div>
		</>
	);
}
