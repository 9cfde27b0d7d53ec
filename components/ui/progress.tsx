import { cn } from "@/lib/cn";

type ProgressProps = { value: number; max?: number; label: string; className?: string };

/** How much of something is done; `label` says of what. */
export function Progress({ value, max = 100, label, className }: ProgressProps) {
	const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
	return (
		<div
			role="progressbar"
			aria-label={label}
			aria-valuenow={value}
			aria-valuemin={0}
			aria-valuemax={max}
			className={cn("h-1.5 overflow-hidden rounded-full bg-hover", className)}
		>
			<div className="h-full rounded-full bg-accent-fill" style={{ width: `${share * 100}%` }} />
		</div>
	);
}
