import type { ReactNode } from "react";

/** The figures of a period side by side, two in a row on a phone; up to six. */
export function Tiles({ label, children }: { label: string; children: ReactNode }) {
	return (
		<section
			aria-label={label}
			className="grid grid-cols-2 gap-2 sm:gap-3 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none"
		>
			{children}
		</section>
	);
}
