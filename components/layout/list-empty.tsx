"use client";

import { ListX, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/states";
import { buttonStyles } from "@/components/ui/button";

type ListEmptyProps = {
	/** What the list is narrowed to. */
	filters: Readonly<Record<string, unknown>>;
	/** The list as a whole has nothing in it. */
	nothing: { icon?: LucideIcon; title: string; reason: string };
	/** Why the filters may have left nothing. */
	noMatchReason: string;
};

/** A list without rows: nothing there at all, or nothing that fits the filters, which it offers to clear. */
export function ListEmpty({ filters, nothing, noMatchReason }: ListEmptyProps) {
	const t = useTranslations("common.states");
	const pathname = usePathname();
	const isNarrowed = Object.values(filters).some((value) => value !== undefined && value !== "");
	if (!isNarrowed) return <EmptyState {...nothing} />;
	return (
		<EmptyState
			icon={ListX}
			title={t("noResults")}
			reason={noMatchReason}
			action={
				<Link href={pathname} className={buttonStyles()}>
					{t("clearFilters")}
				</Link>
			}
		/>
	);
}
