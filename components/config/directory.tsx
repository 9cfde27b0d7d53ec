"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Directory, DirectoryChannel, DirectoryRole } from "@/lib/config/data";

type Lookup = Directory & {
	channel: (id: string) => DirectoryChannel | undefined;
	role: (id: string) => DirectoryRole | undefined;
};

const DirectoryContext = createContext<Lookup | undefined>(undefined);

/** The channels and roles that settings point to, for every control and value inside. */
export function DirectoryProvider({ directory, children }: { directory: Directory; children: ReactNode }) {
	const lookup = useMemo(() => {
		const channels = new Map(directory.channels.map((channel) => [channel.id, channel]));
		const roles = new Map(directory.roles.map((role) => [role.id, role]));
		return {
			...directory,
			channel: (id: string) => channels.get(id),
			role: (id: string) => roles.get(id),
		};
	}, [directory]);
	return <DirectoryContext value={lookup}>{children}</DirectoryContext>;
}

/** @throws Error outside a `DirectoryProvider` */
export function useDirectory(): Lookup {
	const lookup = useContext(DirectoryContext);
	if (lookup === undefined) throw new Error("useDirectory needs a DirectoryProvider");
	return lookup;
}
