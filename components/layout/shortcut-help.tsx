"use client";

import { useTranslations } from "next-intl";
import { navigationFor } from "@/components/layout/navigation";
import type { ShellGuild } from "@/components/layout/shell-types";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

type Shortcut = { keys: string[]; text: string };

/** Every key that works, by place. Loaded lazily by the shell. */
export default function ShortcutHelp({ guild, onClose }: { guild: ShellGuild | null; onClose: () => void }) {
	const t = useTranslations("nav");
	const pages = guild ? navigationFor(guild.level).flatMap((group) => group.pages) : [];
	const sections: { title: string; shortcuts: Shortcut[] }[] = [
		{
			title: t("shortcuts.everywhere"),
			shortcuts: [
				{ keys: [t("keys.control"), "K"], text: t("shortcuts.palette") },
				{ keys: ["/"], text: t("shortcuts.search") },
				{ keys: ["?"], text: t("shortcuts.help") },
				{ keys: [t("keys.escape")], text: t("shortcuts.close") },
			],
		},
		{
			title: t("shortcuts.lists"),
			shortcuts: [
				{ keys: ["j"], text: t("shortcuts.next") },
				{ keys: ["k"], text: t("shortcuts.previous") },
				{ keys: [t("keys.enter")], text: t("shortcuts.open") },
			],
		},
		{
			title: t("shortcuts.cases"),
			shortcuts: [
				{ keys: ["e"], text: t("shortcuts.edit") },
				{ keys: [t("keys.control"), "S"], text: t("shortcuts.save") },
			],
		},
		{
			title: t("shortcuts.pages"),
			shortcuts: pages.map((page) => ({ keys: ["g", page.key], text: t(`pages.${page.name}`) })),
		},
	];
	return (
		<Dialog open onOpenChange={onClose}>
			<DialogContent title={t("shortcuts.title")}>
				<div className="mt-3 grid gap-x-8 gap-y-4 sm:grid-cols-2">
					{sections
						.filter((section) => section.shortcuts.length > 0)
						.map((section) => (
							<section key={section.title}>
								<h3 className="mb-1 font-medium text-muted text-xs">{section.title}</h3>
								<dl>
									{section.shortcuts.map((shortcut) => (
										<div key={shortcut.text} className="flex h-8 items-center justify-between gap-4 text-sm">
											<dt>{shortcut.text}</dt>
											<dd className="flex gap-1">
												{shortcut.keys.map((key) => (
													<Kbd key={key}>{key}</Kbd>
												))}
											</dd>
										</div>
									))}
								</dl>
							</section>
						))}
				</div>
			</DialogContent>
		</Dialog>
	);
}
