"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { cn } from "@/lib/cn";

/** A question or a form above the page. */
export const Dialog = Radix.Root;

type DialogContentProps = Omit<ComponentProps<typeof Radix.Content>, "title"> & {
	title: ReactNode;
	description?: ReactNode;
	/** Spoken only, for dialogs whose content is its own title. */
	hideTitle?: boolean;
};

/** The dialog's surface with title, description and a way out; at the bottom edge on a phone. */
export function DialogContent({
	title,
	description,
	hideTitle,
	className,
	children,
	...props
}: DialogContentProps) {
	const t = useTranslations("common");
	return (
		<Radix.Portal>
			<Radix.Overlay className="fade-in fixed inset-0 z-50 bg-black/50" />
			<Radix.Content
				{...(description ? {} : { "aria-describedby": undefined })}
				className={cn(
					"fade-in fixed inset-x-0 bottom-0 z-50 flex max-h-[90dvh] flex-col overflow-y-auto rounded-t-lg border border-border bg-raised p-4 shadow-overlay sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[32rem] sm:max-w-[calc(100vw-2rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-lg",
					className,
				)}
				{...props}
			>
				<Radix.Title className={hideTitle ? "sr-only" : "pr-8 font-semibold text-lg"}>{title}</Radix.Title>
				{description ? (
					<Radix.Description className={hideTitle ? "sr-only" : "mt-1 text-muted text-sm"}>
						{description}
					</Radix.Description>
				) : null}
				{children}
				{hideTitle ? null : (
					<Radix.Close asChild>
						<IconButton label={t("close")} size="icon-sm" className="absolute top-3 right-3">
							<X aria-hidden />
						</IconButton>
					</Radix.Close>
				)}
			</Radix.Content>
		</Radix.Portal>
	);
}

/** The row of buttons at a dialog's end. */
export function DialogFooter({ className, ...props }: ComponentProps<"div">) {
	return <div className={cn("mt-4 flex flex-wrap justify-end gap-2", className)} {...props} />;
}
