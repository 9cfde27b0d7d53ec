import { Menu } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { Mark } from "@/components/layout/mark";
import { SearchButton } from "@/components/layout/search-button";
import type { ShellGuild, ShellUser } from "@/components/layout/shell-types";
import { UserMenu } from "@/components/layout/user-menu";
import { buttonStyles } from "@/components/ui/button";
import { cn } from "@/lib/cn";

/** The bar on top, 44 px, always in view: where you are, search, and you. */
export async function Topbar({ user, guild }: { user: ShellUser; guild: ShellGuild | null }) {
	const t = await getTranslations("nav");
	return (
		<header className="sticky top-0 z-30 flex h-(--topbar) shrink-0 items-center gap-2 border-border border-b bg-background px-2 md:px-4 lg:px-6">
			{guild ? (
				<>
					<button
						type="button"
						popoverTarget="sidebar"
						aria-label={t("openMenu")}
						className={cn(buttonStyles({ variant: "ghost", size: "icon" }), "md:hidden")}
					>
						<Menu aria-hidden />
					</button>
					<Breadcrumbs guild={guild} />
				</>
			) : (
				<Link href="/guilds" className="flex items-center gap-2 px-1 font-semibold">
					<Mark className="size-6" />
					Guildhall
				</Link>
			)}
			<div className="ml-auto flex items-center gap-1">
				<SearchButton />
				<UserMenu user={user} />
			</div>
		</header>
	);
}
