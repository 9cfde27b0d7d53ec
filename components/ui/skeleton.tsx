import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** A grey bar where content will be; invisible for the first 150 ms. */
export function Skeleton({ className, ...props }: ComponentProps<"div">) {
	return <div aria-hidden className={cn("delayed h-4 rounded bg-hover", className)} {...props} />;
}
