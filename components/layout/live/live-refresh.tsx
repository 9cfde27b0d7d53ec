"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLive } from "@/components/layout/live/use-live";
import type { Topic } from "@/lib/live/topics";

type LiveRefreshProps = {
	guildId: string;
	topics: readonly Topic[];
	/** Whatever is read under these keys is read again too. */
	queryKeys?: readonly (readonly unknown[])[];
};

/** Has the server render the page again when something changes; what has been typed or opened stays. Shows nothing. */
export function LiveRefresh({ guildId, topics, queryKeys = [] }: LiveRefreshProps) {
	const router = useRouter();
	const client = useQueryClient();
	useLive(guildId, topics, () => {
		router.refresh();
		for (const queryKey of queryKeys) void client.invalidateQueries({ queryKey: [...queryKey] });
	});
	return null;
}
