import { useTranslations } from "next-intl";
import { KeyEntry } from "@/components/config/key-entry";
import { KeyKindBadge } from "@/components/config/key-kind";
import { Time } from "@/components/layout/time";
import { kindOf } from "@/lib/config/key-json";
import type { DynamicKey } from "@/lib/config/keys-schema";

/** All of a key for those who may only read it. */
export function KeyRead({ stored }: { stored: DynamicKey | undefined }) {
	const t = useTranslations("config.keys");
	if (stored === undefined) return null;
	return (
		<div className="mt-3 flex flex-col gap-3 text-sm">
			<p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
				<KeyKindBadge kind={kindOf(stored.json)} />
				<span>
					{t.rich("by", {
						who: stored.updatedBy?.name ?? t("clash.somebody"),
						when: () => <Time value={stored.updatedAt} />,
					})}
				</span>
			</p>
			<div className="rounded-md border border-border p-3">
				<KeyEntry entry={stored} />
			</div>
		</div>
	);
}
