"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { closePopover } from "@/components/layout/close-popover";
import { navigationFor, pageAt, pageHref } from "@/components/layout/navigation";
import type { ShellGuild } from "@/components/layout/shell-types";
import { cn } from "@/lib/cn";

/** The entries of the sidebar that this level may open; the current one is marked. */
export function NavLinks({ guild }: { guild: ShellGuild }) {
	const t = useTranslations("nav");
	const current = pageAt(guild.id, usePathname());
	return (
		<nav aria-label={t("main")} className="flex-1 overflow-y-auto px-2 py-2 [scrollbar-width:thin]">
			{navigationFor(guild.level).map((group) => (
				<section key={group.name} aria-label={t(`groups.${group.name}`)} className="mb-3">
					<h2 className="flex h-6 items-center px-2 font-medium text-muted text-xs group-data-[sidebar=collapsed]/shell:md:invisible group-data-[sidebar=collapsed]/shell:md:h-2">
						{t(`groups.${group.name}`)}
					</h2>
					<ul>
						{group.pages.map((page) => (
							<li key={page.name}>
								<Link
									href={pageHref(guild.id, page)}
									aria-current={page.name === current?.name ? "page" : undefined}
									title={`${t(`pages.${page.name}`)} (g ${page.key})`}
									onClick={(event) => closePopover(event.currentTarget)}
									className={cn(
										"flex h-8 items-center gap-2.5 rounded-md px-2.5 text-base text-muted hover:bg-hover hover:text-text [&_svg]:size-4 [&_svg]:shrink-0",
										page.name === current?.name && "bg-hover font-medium text-text",
									)}
								>
									<page.icon aria-hidden />
									<span className="truncate group-data-[sidebar=collapsed]/shell:md:sr-only">
										{t(`pages.${page.name}`)}
									</span>
								</Link>
							</li>
						))}
					</ul>
				</section>
			))}
		</nav>
	);
}
