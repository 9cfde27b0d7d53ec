"use client";

import { useTranslations } from "next-intl";
import { type Act, acts, type Draft } from "@/lib/orders/acts";

/** The verb on the button, with what it does and for how long: "Ban Ana and delete 6 h of messages". */
export function useConfirmLabel(): (act: string, name: string, draft: Draft) => string {
	const t = useTranslations("orders");
	return (act, name, { duration, purge }) => {
		const known = acts.find((candidate) => candidate === act);
		if (known === undefined) return t("confirm.other");
		const length = duration === 0 ? "" : t(`durations.s${duration}`);
		const purged = purge === 0 ? "" : t(`purged.s${purge}`);
		if (known !== "ban") return t(`confirm.${known}`, { name, duration: length });
		const key = duration === 0 ? (purge === 0 ? "ban" : "banPurge") : purge === 0 ? "banFor" : "banForPurge";
		return t(`confirm.${key}`, { name, duration: length, purge: purged });
	};
}

/** What will be said when it is done. */
export function useDoneText(): (act: Act, name: string, draft: Draft) => string {
	const t = useTranslations("orders");
	return (act, name, { duration }) =>
		act === "jail"
			? t("states.done")
			: t(`done.${act}`, { name, duration: duration === 0 ? "" : t(`durations.s${duration}`) });
}
