import { cva } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** Shared by everything that looks like a text field. */
export const fieldStyles = cva(
	"w-full min-w-0 rounded-md border border-field bg-surface px-2.5 text-base text-text placeholder:text-muted disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-danger",
);

/** A one-line text field, 32 px high. */
export function Input({ className, ...props }: ComponentProps<"input">) {
	return <input className={cn(fieldStyles(), "h-8 read-only:bg-background", className)} {...props} />;
}
