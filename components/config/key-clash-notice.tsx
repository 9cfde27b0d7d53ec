import { GitCompareArrows } from "lucide-react";
import { useTranslations } from "next-intl";
import { KeyEntry } from "@/components/config/key-entry";
import type { KeyDraft } from "@/components/config/use-key-draft";
import { Time } from "@/components/layout/time";
import { Button } from "@/components/ui/button";
import type { KeyClash } from "@/lib/config/keys-schema";

type KeyClashNoticeProps = { clash: KeyClash; draft: KeyDraft; onTheirs: () => void };

/** Somebody else was faster: what the key is now, and the choice between that and one's own. */
export function KeyClashNotice({ clash, draft, onTheirs }: KeyClashNoticeProps) {
	const t = useTranslations("config.keys.clash");
	const { key } = clash;
	return (
		<section role="alert" className="rounded-md border border-warning bg-warning-tint p-3 text-sm">
			<h3 className="flex items-center gap-1.5 font-semibold text-warning">
				<GitCompareArrows aria-hidden className="size-4" />
				{key
					? t.rich("changed", {
							who: key.updatedBy?.name ?? t("somebody"),
							when: () => <Time value={key.updatedAt} />,
						})
					: t("removed")}
			</h3>
			{key ? (
				<div className="mt-2 rounded border border-border bg-surface p-2">
					<KeyEntry entry={key} />
				</div>
			) : null}
			<div className="mt-3 flex flex-wrap justify-end gap-2">
				<Button onClick={onTheirs}>{t("theirs")}</Button>
				<Button variant="primary" disabled={draft.isPending} onClick={draft.overwrite}>
					{t("yours")}
				</Button>
			</div>
		</section>
	);
}
