import "server-only";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache, type ReactNode } from "react";
import { refusedIsNotFound } from "./guild-page";
import type { Permission } from "./permissions";
import { type GuildScope, inGuild } from "./scope";

type Params = Record<string, string>;

type ThingProps = { params: Promise<Params>; children: ReactNode };

/**
 * The layout of a page about one thing of a guild, and that page's title. The layout answers 404 for what is not there
 * before the page's loading state is streamed, since a streamed answer has already said 200.
 * @param kind whole key of what such things are called: `members.title`
 * @param nameOf this one's name, which may be empty; throws AppError `not_found` where there is none. Asked once per
 *   request.
 */
export function guildThing(
	permission: Permission,
	kind: string,
	nameOf: (guild: GuildScope, params: Params) => Promise<string>,
) {
	const read = cache((guildId: string, thing: string) =>
		inGuild(guildId, permission, (guild) => nameOf(guild, JSON.parse(thing) as Params)),
	);
	const name = async (params: Promise<Params>): Promise<string> => {
		const { guildId = "", ...thing } = await params;
		return read(guildId, JSON.stringify(thing));
	};
	return {
		/** Says nothing of what cannot be read: the layout refuses that. */
		generateMetadata: async ({ params }: Omit<ThingProps, "children">): Promise<Metadata> => {
			const own = await name(params).catch(() => undefined);
			if (own === undefined) return {};
			const t = await getTranslations();
			return { title: own === "" ? t(kind) : `${own} · ${t(kind)}` };
		},
		layout: async ({ params, children }: ThingProps): Promise<ReactNode> => {
			await refusedIsNotFound(() => name(params));
			return children;
		},
	};
}
