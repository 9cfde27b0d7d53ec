import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** A key to press. */
export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
	return (
		<kbd
			className={cn(
				"inline-flex h-5 min-w-5 items-center justify-center rounded border border-border bg-background px-1 font-sans text-muted text-xs",
				className,
			)}
			{...props}
		/>
	);
}
