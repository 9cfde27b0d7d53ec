"use client";

import { useTranslations } from "next-intl";
import type { UrlState } from "@/components/layout/use-url-state";
import { Select } from "@/components/ui/select";
import { memberKinds } from "@/lib/analytics/kinds";

type KindFilterProps = {
	url: UrlState;
	/** Parameters of the address that a kind takes the place of. */
	instead?: readonly string[];
	"aria-describedby"?: string;
};

/** Narrows the figures to people or to bots, in the address. */
export function KindFilter({ url, instead = [], ...described }: KindFilterProps) {
	const t = useTranslations("analytics.kind");
	return (
		<Select
			aria-label={t("label")}
			{...described}
			value={url.get("kind")}
			onChange={({ target }) =>
				url.set({ ...Object.fromEntries(instead.map((name) => [name, null])), kind: target.value })
			}
			className="w-auto"
		>
			<option value="">{t("everyone")}</option>
			{memberKinds.map((kind) => (
				<option key={kind} value={kind}>
					{t(kind)}
				</option>
			))}
		</Select>
	);
}
