"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { SavedChart } from "@/lib/explore/saved-schema";
import { DeleteChart } from "./delete-chart";
import { RenameChart } from "./rename-chart";
import { useChartActs } from "./use-chart-acts";

type SavedMenuProps = { guildId: string; chart: SavedChart; mayPin: boolean };

/** What can be done with a saved chart; nothing where the reader may do nothing with it. */
export function SavedMenu({ guildId, chart, mayPin }: SavedMenuProps) {
	const t = useTranslations("explore.saved");
	const [open, setOpen] = useState(false);
	const [dialog, setDialog] = useState<"rename" | "delete" | null>(null);
	const acts = useChartActs(guildId, chart);
	const { mine, shared, position, name } = chart;
	const isPinned = position !== null;
	const entries = [
		mine && { text: t("rename"), act: () => setDialog("rename") },
		mine && { text: t(shared ? "unshare" : "share"), act: () => acts.share(!shared) },
		mayPin && { text: t(isPinned ? "unpin" : "pin"), act: () => acts.pin(!isPinned) },
		(mine || mayPin) && { text: t("delete"), act: () => setDialog("delete") },
	].filter((entry) => entry !== false);
	if (entries.length === 0) return null;
	return (
		<>
			<Popover open={open} onOpenChange={setOpen}>
				<PopoverTrigger asChild>
					<IconButton size="icon-sm" label={t("menu", { name })} className="noscript:hidden">
						<Ellipsis aria-hidden />
					</IconButton>
				</PopoverTrigger>
				<PopoverContent align="end" className="flex flex-col p-1">
					{entries.map(({ text, act }) => (
						<button
							key={text}
							type="button"
							className="min-h-8 rounded px-3 text-left text-sm hover:bg-hover"
							onClick={() => {
								setOpen(false);
								act();
							}}
						>
							{text}
						</button>
					))}
				</PopoverContent>
			</Popover>
			{dialog === "rename" ? (
				<RenameChart
					name={name}
					pending={acts.pending}
					onRename={acts.rename}
					onClose={() => setDialog(null)}
				/>
			) : null}
			{dialog === "delete" ? (
				<DeleteChart
					chart={chart}
					pending={acts.pending}
					onDelete={acts.remove}
					onClose={() => setDialog(null)}
				/>
			) : null}
		</>
	);
}
