"use client";

import { useEffect, useEffectEvent } from "react";
import { follow } from "@/components/layout/live/connection";
import type { Topic } from "@/lib/live/topics";

/**
 * Calls `onChange` within a second or two of a change to one of the topics, as long as the page can be seen; once more
 * when it can be seen again, and at the beginning. Never more than once a second.
 */
export function useLive(guildId: string, topics: readonly Topic[], onChange: () => void): void {
	const changed = useEffectEvent(onChange);
	const wanted = topics.join(",");
	useEffect(() => {
		if (wanted === "") return;
		return follow(guildId, { topics: wanted.split(",") as Topic[], onChange: () => changed() });
	}, [guildId, wanted]);
}
