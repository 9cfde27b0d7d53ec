import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** On or off, announced as a switch; the word beside it belongs to the caller. */
export function Switch({ className, ...props }: Omit<ComponentProps<"input">, "type" | "role">) {
	return (
		<span className={cn("relative inline-flex h-5 w-9 shrink-0", className)}>
			<input
				type="checkbox"
				// biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says its own state
				role="switch"
				className="peer h-5 w-9 appearance-none rounded-full border border-field bg-hover transition-colors checked:border-accent-fill checked:bg-accent-fill disabled:opacity-50"
				{...props}
			/>
			<span
				aria-hidden
				className="pointer-events-none absolute top-1 left-1 size-3 rounded-full bg-field transition-transform peer-checked:translate-x-4 peer-checked:bg-accent-on"
			/>
		</span>
	);
}
