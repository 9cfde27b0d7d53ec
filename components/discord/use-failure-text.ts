"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { orderFailures } from "@/lib/orders/kinds";

type Failed = {
	/** One of `orderFailures`, or what an older bot wrote. */
	failure: string | null;
	/** The permission that the bot lacks, in Discord's spelling. */
	permission: string | null;
};

/** Why Discord did not do it, in words; what an older bot wrote stays as it is. Needs the words of `orders`. */
export function useFailureText(): (failed: Failed) => string {
	const t = useTranslations("orders.failures");
	const permissions = useTranslations("discord.permissions");
	return useCallback(
		({ failure, permission }) => {
			const known = orderFailures.find((name) => name === failure);
			if (known === undefined) return failure ?? t("refused");
			if (known !== "missing_permission") return t(known);
			if (permission === null) return t("missing_some_permission");
			const key = permission as Parameters<typeof permissions>[0];
			return t(known, { permission: permissions.has(key) ? permissions(key) : permission });
		},
		[t, permissions],
	);
}
