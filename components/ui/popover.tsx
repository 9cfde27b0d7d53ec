"use client";

import { Popover as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** A small surface that belongs to its trigger. */
export const Popover = Radix.Root;
export const PopoverTrigger = Radix.Trigger;

/** The surface; keeps 8 px away from the window's edge. */
export function PopoverContent({ className, ...props }: ComponentProps<typeof Radix.Content>) {
	return (
		<Radix.Portal>
			<Radix.Content
				align="start"
				sideOffset={4}
				collisionPadding={8}
				className={cn(
					"fade-in z-50 rounded-lg border border-border bg-raised p-3 text-text shadow-overlay outline-none",
					className,
				)}
				{...props}
			/>
		</Radix.Portal>
	);
}
