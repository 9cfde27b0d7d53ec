import Link from "next/link";
import { useTranslations } from "next-intl";
import { CaseType } from "@/components/cases/case-type";
import { Section } from "@/components/cases/section";
import type { CaseDetail } from "@/lib/cases/detail-schema";

type MemberRecordProps = { guildId: string; detail: Pick<CaseDetail, "member" | "record"> };

/** The member's cases by type, each a link to the list of them. */
export function MemberRecord({ guildId, detail: { member, record } }: MemberRecordProps) {
	const t = useTranslations("cases.record");
	const list = `/guilds/${guildId}/cases?member=${member.id}`;
	const total = record.reduce((sum, entry) => sum + entry.count, 0);
	return (
		<Section
			title={t("title", { name: member.name })}
			action={
				<Link href={list} className="shrink-0 rounded text-accent text-sm hover:underline">
					{t("all", { count: total })}
				</Link>
			}
		>
			{total === 0 ? (
				<p className="text-muted text-sm">{t("none")}</p>
			) : (
				<ul className="flex flex-wrap gap-2">
					{record.map(({ type, count }) => {
						const key = type.custom ? `custom:${type.custom.id}` : (type.code ?? "");
						return (
							<li key={key} className="flex max-w-full">
								<Link
									href={`${list}&type=${encodeURIComponent(key)}`}
									className="inline-flex h-7 max-w-full items-center gap-2 rounded-md border bg-surface px-2 text-sm hover:bg-hover"
								>
									<CaseType type={type} />
									<span className="font-semibold tabular-nums">{count}</span>
								</Link>
							</li>
						);
					})}
				</ul>
			)}
		</Section>
	);
}
