import type { Level } from "@/lib/auth/permissions";

/** The signed-in person, as the shell shows them. */
export type ShellUser = {
	name: string;
	avatarUrl: string | null;
	/** Runs this instance. */
	isOperator: boolean;
};

/** A server to switch to. */
export type ShellGuildLink = { id: string; name: string; iconUrl: string | null };

/** The server that is open. */
export type ShellGuild = ShellGuildLink & { level: Level };
