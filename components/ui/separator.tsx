import { cn } from "@/lib/cn";

/** A hairline between two groups. */
export function Separator({ className }: { className?: string }) {
	return <hr className={cn("my-2 border-0 border-border border-t", className)} />;
}
