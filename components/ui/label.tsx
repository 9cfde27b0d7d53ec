import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** The name of a form control; give it `htmlFor`. */
export function Label({ className, htmlFor, children, ...props }: ComponentProps<"label">) {
	return (
		<label htmlFor={htmlFor} className={cn("font-medium text-sm text-text", className)} {...props}>
			{children}
		</label>
	);
}
