"use client";

import { ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Unseen } from "@/components/layout/live/newest";

type NewRowsProps = {
	waiting: Unseen;
	/** How many came in by themselves just now. */
	arrived: number;
	onShow: () => void;
};

/** Says that there are new rows: a pill that lets them in, and a word to those who do not see it. */
export function NewRows({ waiting: { count, more }, arrived, onShow }: NewRowsProps) {
	const t = useTranslations("common.live");
	return (
		<>
			<p role="status" className="sr-only">
				{count > 0 ? t("waiting") : arrived > 0 ? t("arrived", { count: arrived }) : ""}
			</p>
			{count > 0 ? (
				<div className="sticky top-[calc(var(--topbar)+2.5rem)] z-20 flex h-0 justify-center">
					<button
						type="button"
						onClick={onShow}
						className="fade-in flex h-7 items-center gap-1 rounded-full bg-accent-fill px-3 font-medium text-accent-on text-sm shadow-overlay hover:brightness-110"
					>
						<ArrowUp aria-hidden className="size-3.5" />
						{t(more ? "newOrMore" : "new", { count })}
					</button>
				</div>
			) : null}
		</>
	);
}
