import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

type ScrollAreaProps = ComponentProps<"section"> & { "aria-label": string };

/** A part of the page that scrolls by itself, reachable and scrollable by keyboard. */
export function ScrollArea({ className, children, ...props }: ScrollAreaProps) {
	return (
		<section
			// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
			tabIndex={0}
			className={cn("overflow-auto overscroll-contain [scrollbar-width:thin]", className)}
			{...props}
		>
			{children}
		</section>
	);
}
