"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { pageAt, pageHref } from "@/components/layout/navigation";
import type { ShellGuild } from "@/components/layout/shell-types";

/** Server › page; the page is a link when something below it is open. */
export function Breadcrumbs({ guild }: { guild: ShellGuild }) {
	const t = useTranslations("nav");
	const pathname = usePathname();
	const page = pageAt(guild.id, pathname);
	const href = page ? pageHref(guild.id, page) : undefined;
	const link = "truncate rounded text-muted hover:text-text";
	return (
		<nav aria-label={t("breadcrumbs")} className="min-w-0 text-sm">
			<ol className="flex min-w-0 items-center gap-1.5">
				<li className="flex min-w-0 max-md:hidden">
					<Link href={`/guilds/${guild.id}`} className={link}>
						{guild.name}
					</Link>
				</li>
				{page && href ? (
					<li className="flex min-w-0 items-center gap-1.5">
						<span aria-hidden className="text-muted max-md:hidden">
							/
						</span>
						{pathname === href ? (
							<span aria-current="page" className="truncate font-medium">
								{t(`pages.${page.name}`)}
							</span>
						) : (
							<Link href={href} className={link}>
								{t(`pages.${page.name}`)}
							</Link>
						)}
					</li>
				) : null}
			</ol>
		</nav>
	);
}
