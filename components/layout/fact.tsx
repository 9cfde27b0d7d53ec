import type { ReactNode } from "react";

/** One line of a `<dl>` of two columns: what it is, and its value. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
	return (
		<>
			<dt className="text-muted">{label}</dt>
			<dd className="min-w-0 break-words">{children}</dd>
		</>
	);
}
