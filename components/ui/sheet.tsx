"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { cn } from "@/lib/cn";

/** A dialog that slides in from an edge and takes its full height. */
export const Sheet = Radix.Root;
export const SheetTrigger = Radix.Trigger;
export const SheetClose = Radix.Close;

type SheetContentProps = {
	title: ReactNode;
	side?: "left" | "right";
	className?: string;
	children: ReactNode;
};

/** The sheet's surface; as wide as a phone's screen, 28 rem elsewhere. */
export function SheetContent({ title, side = "right", className, children }: SheetContentProps) {
	const t = useTranslations("common");
	return (
		<Radix.Portal>
			<Radix.Overlay className="fade-in fixed inset-0 z-50 bg-black/50" />
			<Radix.Content
				aria-describedby={undefined}
				className={cn(
					"fade-in fixed inset-y-0 z-50 flex w-full flex-col border-border bg-raised shadow-overlay sm:w-[28rem]",
					side === "right" ? "right-0 border-l" : "left-0 border-r",
					className,
				)}
			>
				<header className="flex h-11 shrink-0 items-center justify-between border-border border-b pr-2 pl-4">
					<Radix.Title className="truncate font-semibold text-base">{title}</Radix.Title>
					<Radix.Close asChild>
						<IconButton label={t("close")} size="icon-sm">
							<X aria-hidden />
						</IconButton>
					</Radix.Close>
				</header>
				<div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
			</Radix.Content>
		</Radix.Portal>
	);
}
