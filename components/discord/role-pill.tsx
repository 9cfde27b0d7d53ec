import { cn } from "@/lib/cn";
import { colourCss } from "./colour";
import type { RoleRef } from "./types";

/** A role: its colour as a dot beside text that is readable whatever the colour. */
export function RolePill({ role, className }: { role: RoleRef; className?: string }) {
	return (
		<span
			className={cn(
				"inline-flex h-5 max-w-full items-center gap-1.5 rounded border px-1.5 text-xs",
				className,
			)}
		>
			<RoleDot colour={role.colour} />
			<span className="truncate">{role.name}</span>
		</span>
	);
}

/** The role's colour alone, for lists that name the role themselves. */
export function RoleDot({ colour }: { colour: number }) {
	return (
		<svg width="10" height="10" aria-hidden="true" className="shrink-0">
			<circle cx="5" cy="5" r="4.5" fill={colourCss(colour) ?? "var(--field)"} className="stroke-border" />
		</svg>
	);
}
