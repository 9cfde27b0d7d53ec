"use client";

import { LogOut, UserRound, Waypoints } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Picture } from "@/components/discord/picture";
import { signOut } from "@/components/layout/auth-forms";
import { closePopover } from "@/components/layout/close-popover";
import { initials } from "@/components/layout/initials";
import { LanguageChoice } from "@/components/layout/language-choice";
import type { ShellUser } from "@/components/layout/shell-types";
import { ThemeChoice } from "@/components/layout/theme-choice";
import { notify } from "@/components/ui/toast";

const item =
	"flex h-8 w-full items-center gap-2 rounded-md px-2 text-left text-sm hover:bg-hover [&_svg]:size-4";

/** Account, theme, language and the way out. */
export function UserMenu({ user }: { user: ShellUser }) {
	const t = useTranslations("nav");
	const common = useTranslations("common");
	const leave = () =>
		void signOut().catch(() => notify({ tone: "danger", title: common("problems.network") }));
	return (
		<>
			<button
				type="button"
				popoverTarget="user-menu"
				aria-label={t("accountMenu", { name: user.name })}
				title={user.name}
				className="flex size-8 items-center justify-center rounded-full hover:bg-hover"
			>
				<UserPicture user={user} />
			</button>
			<div
				id="user-menu"
				popover="auto"
				className="fixed top-(--topbar) right-2 bottom-auto left-auto m-0 w-60 rounded-lg border border-border bg-raised p-2 text-text shadow-overlay"
			>
				<p className="truncate px-2 pb-2 font-medium text-sm">{user.name}</p>
				<Link href="/account" className={item} onClick={(event) => closePopover(event.currentTarget)}>
					<UserRound aria-hidden />
					{t("account")}
				</Link>
				{user.isOperator ? (
					<Link href="/fleet" className={item} onClick={(event) => closePopover(event.currentTarget)}>
						<Waypoints aria-hidden />
						{t("fleet")}
					</Link>
				) : null}
				<div className="my-2 flex flex-col gap-3 border-border border-y px-2 py-3">
					<ThemeChoice />
					<LanguageChoice />
				</div>
				<button type="button" className={item} onClick={leave}>
					<LogOut aria-hidden />
					{t("signOut")}
				</button>
			</div>
		</>
	);
}

function UserPicture({ user }: { user: ShellUser }) {
	if (user.avatarUrl) {
		return <Picture src={user.avatarUrl} alt="" width={24} height={24} className="size-6 rounded-full" />;
	}
	return (
		<span
			aria-hidden
			className="flex size-6 items-center justify-center rounded-full bg-accent-tint font-semibold text-accent text-xs"
		>
			{initials(user.name)}
		</span>
	);
}
