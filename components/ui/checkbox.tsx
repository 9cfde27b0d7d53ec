import { Check } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** A native checkbox in the house's colours; wrap it in a label or give it an id. */
export function Checkbox({ className, ...props }: Omit<ComponentProps<"input">, "type">) {
	return (
		<span className={cn("relative inline-flex size-4 shrink-0 align-middle", className)}>
			<input
				type="checkbox"
				className="peer size-4 appearance-none rounded border border-field bg-surface checked:border-accent-fill checked:bg-accent-fill indeterminate:border-accent-fill indeterminate:bg-accent-fill disabled:opacity-50"
				{...props}
			/>
			<Check
				aria-hidden
				strokeWidth={3}
				className="pointer-events-none absolute inset-0.5 size-3 text-accent-on opacity-0 peer-checked:opacity-100"
			/>
		</span>
	);
}
