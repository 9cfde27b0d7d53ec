"use client";

import { Tabs as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** Views of one subject; when a view deserves an address of its own, use links (`TabLinks`) instead. */
export const Tabs = Radix.Root;

/** The row of tabs. */
export function TabsList({ className, ...props }: ComponentProps<typeof Radix.List>) {
	return <Radix.List className={cn("flex gap-4 border-border border-b", className)} {...props} />;
}

/** One tab. */
export function TabsTrigger({ className, ...props }: ComponentProps<typeof Radix.Trigger>) {
	return (
		<Radix.Trigger
			className={cn(
				"-mb-px h-9 border-transparent border-b-2 font-medium text-muted text-sm hover:text-text data-[state=active]:border-accent data-[state=active]:text-text",
				className,
			)}
			{...props}
		/>
	);
}

/** What a tab shows. */
export function TabsContent({ className, ...props }: ComponentProps<typeof Radix.Content>) {
	return <Radix.Content className={cn("pt-4", className)} {...props} />;
}
