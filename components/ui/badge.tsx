import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

const badgeStyles = cva(
	"inline-flex h-5 max-w-full items-center gap-1 whitespace-nowrap rounded px-1.5 font-medium text-xs [&_svg]:size-3 [&_svg]:shrink-0",
	{
		variants: {
			tone: {
				neutral: "bg-hover text-text",
				outline: "border border-border text-muted",
				accent: "bg-accent-tint text-accent",
				good: "bg-good-tint text-good",
				warning: "bg-warning-tint text-warning",
				danger: "bg-danger-tint text-danger",
				info: "bg-info-tint text-info",
			},
		},
		defaultVariants: { tone: "neutral" },
	},
);

export type BadgeTone = NonNullable<VariantProps<typeof badgeStyles>["tone"]>;

/** A short state in words; put an icon beside the word when the colour means something. */
export function Badge({ tone, className, ...props }: ComponentProps<"span"> & { tone?: BadgeTone }) {
	return <span className={cn(badgeStyles({ tone }), className)} {...props} />;
}
