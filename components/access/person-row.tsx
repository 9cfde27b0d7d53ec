"use client";

import { useTranslations } from "next-intl";
import { LevelBadge } from "@/components/access/level-badge";
import { SourceLine } from "@/components/access/source-line";
import { UserChip } from "@/components/discord/user-chip";
import { Button } from "@/components/ui/button";
import type { AccessPerson, AccessSource } from "@/lib/access/schema";

type PersonRowProps = {
	entry: AccessPerson;
	cdn: string | null;
	ownLevel: number | null;
	onChange: (source: AccessSource) => void;
	onRevoke: (source: AccessSource) => void;
};

/** A person: their level now and every reason for it. */
export function PersonRow({ entry, cdn, ownLevel, onChange, onRevoke }: PersonRowProps) {
	const isBelow = ownLevel !== null && entry.level <= ownLevel;
	return (
		<li className="grid min-h-10 items-start gap-x-4 gap-y-1 px-4 py-1.5 md:grid-cols-[15rem_12rem_minmax(0,1fr)]">
			<UserChip person={entry.person} cdn={cdn} size={24} className="min-h-7 font-medium text-sm" />
			<span className="flex min-h-7 items-center">
				<LevelBadge level={entry.level} />
			</span>
			<ul className="flex min-w-0 flex-col">
				{entry.sources.map((source) => (
					<li
						key={`${source.kind} ${source.role?.id ?? ""}`}
						className="flex min-h-7 min-w-0 items-center justify-between gap-x-3 max-md:flex-wrap"
					>
						<SourceLine source={source} />
						{isBelow ? (
							<SourceActions
								name={entry.person.name}
								source={source}
								onChange={() => onChange(source)}
								onRevoke={() => onRevoke(source)}
							/>
						) : null}
					</li>
				))}
			</ul>
		</li>
	);
}

type SourceActionsProps = { name: string; source: AccessSource; onChange: () => void; onRevoke: () => void };

function SourceActions({ name, source, onChange, onRevoke }: SourceActionsProps) {
	const t = useTranslations("access");
	if (source.kind !== "grant" && source.kind !== "operator") return null;
	return (
		<span className="flex shrink-0 gap-1">
			{source.kind === "grant" ? (
				<Button size="sm" variant="ghost" onClick={onChange} aria-label={t("changeNamed", { name })}>
					{t("change")}
				</Button>
			) : null}
			<Button size="sm" variant="ghost" onClick={onRevoke} aria-label={t("revokeNamed", { name })}>
				{t("revoke")}
			</Button>
		</span>
	);
}
