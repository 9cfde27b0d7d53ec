import { useTranslations } from "next-intl";
import { cn } from "@/lib/cn";
import { colourCss } from "./colour";
import type { Resolve } from "./types";

type MentionProps = { kind: "user" | "role" | "channel"; id: string; resolve: Resolve };

const pages = { user: "members", role: "roles", channel: "channels" } as const;

/** A mention in a message; leads to its page here. Unknown ids are shown as such. */
export function Mention({ kind, id, resolve }: MentionProps) {
	const t = useTranslations("discord");
	const text = {
		user: `@${resolve.users[id]?.name ?? t("names.unknownUser")}`,
		role: `@${resolve.roles[id]?.name ?? t("names.unknownRole")}`,
		channel: `#${resolve.channels[id]?.name ?? t("names.unknownChannel")}`,
	}[kind];
	const known =
		{ user: resolve.users, role: resolve.roles, channel: resolve.channels }[kind][id] !== undefined;
	const colour = kind === "role" ? colourCss(resolve.roles[id]?.colour ?? null) : null;
	const content = (
		<>
			{colour && (
				<svg width="8" height="8" aria-hidden="true" className="mr-1 inline-block">
					<circle cx="4" cy="4" r="4" fill={colour} />
				</svg>
			)}
			{text}
		</>
	);
	return known ? (
		<a
			href={`/guilds/${resolve.guildId}/${pages[kind]}/${id}`}
			title={t("names.id", { id })}
			className={cn(mentionStyle, "hover:underline", colour && "inline-block max-w-full align-bottom")}
		>
			{content}
		</a>
	) : (
		<span title={t("names.id", { id })} className={mentionStyle}>
			{content}
		</span>
	);
}

/** How every mention looks, also those of commands and of everyone. */
export const mentionStyle = "rounded bg-accent-tint px-0.5 font-medium text-accent";
