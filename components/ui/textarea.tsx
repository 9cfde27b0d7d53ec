import type { ComponentProps } from "react";
import { fieldStyles } from "@/components/ui/input";
import { cn } from "@/lib/cn";

/** A text field of several lines that grows with its content. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<"textarea">) {
	return (
		<textarea
			rows={rows}
			className={cn(fieldStyles(), "field-sizing-content min-h-16 py-1.5 read-only:bg-background", className)}
			{...props}
		/>
	);
}
