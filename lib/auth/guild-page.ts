import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { toAppError } from "@/lib/api/problem";
import { AppError } from "@/lib/errors";
import { guildFrame } from "@/lib/guilds/frame";
import { requestHeaders } from "@/lib/request-headers";
import { may, type Permission } from "./permissions";
import { type GuildScope, inGuild, type ScopeOptions } from "./scope";

export type PageSearch = Record<string, string | string[] | undefined>;

type PageProps = { params: Promise<Record<string, string>>; searchParams: Promise<PageSearch> };

type SectionProps = { params: Promise<Record<string, string>>; children: ReactNode };

export type GuildPageInput = { guild: GuildScope; params: Record<string, string>; search: PageSearch };

/**
 * Declares a page of a guild: who may see it and what it shows. All its reads happen in `render`, inside one scope.
 * Someone who may not see it gets "not found", so that a page's existence says nothing.
 */
export function guildPage(
	permission: Permission,
	render: (input: GuildPageInput) => Promise<ReactNode>,
	options?: ScopeOptions,
) {
	return async ({ params, searchParams }: PageProps): Promise<ReactNode> => {
		const [{ guildId = "", ...rest }, search] = await Promise.all([params, searchParams]);
		return refusedIsNotFound(() =>
			inGuild(guildId, permission, (guild) => render({ guild, params: rest, search }), options),
		);
	};
}

/**
 * The layout of a section. It answers 404 before the section's loading state is streamed, since a streamed answer has
 * already said 200; the page itself asks the database again.
 */
export function guildSection(permission: Permission) {
	return async ({ params, children }: SectionProps): Promise<ReactNode> => {
		const { guildId = "" } = await params;
		const frame = await refusedIsNotFound(() => guildFrame(guildId));
		if (!may(frame.level, permission)) notFound();
		return children;
	};
}

/** To the sign-in page, and back here afterwards. */
export async function toSignIn(): Promise<never> {
	const path = (await headers()).get(requestHeaders.path) ?? "/guilds";
	redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
}

/** Refused → not found; not signed in → the sign-in page. Every other error goes to the error page. */
export async function refusedIsNotFound<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof AppError && (error.code === "not_found" || error.code === "forbidden")) notFound();
		if (error instanceof AppError && error.code === "unauthenticated") await toSignIn();
		throw explained(error);
	}
}

/** Next lets nothing of an error through to the browser but its digest: by that one the error page knows these. */
function explained(error: unknown): unknown {
	const known = toAppError(error);
	const isExplained = known.code === "too_slow" || known.code === "too_many_at_once";
	return isExplained ? Object.assign(known, { digest: known.code }) : error;
}
