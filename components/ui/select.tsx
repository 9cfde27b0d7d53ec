import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { fieldStyles } from "@/components/ui/input";
import { cn } from "@/lib/cn";

/** The platform's own select: keyboard, phone wheel and type-ahead for free. Put `<option>`s inside. */
export function Select({ className, children, ...props }: ComponentProps<"select">) {
	return (
		<span className={cn("relative inline-flex w-full min-w-0", className)}>
			<select className={cn(fieldStyles(), "h-8 appearance-none truncate pr-8")} {...props}>
				{children}
			</select>
			<ChevronDown
				aria-hidden
				className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
			/>
		</span>
	);
}
