"use client";

import { type ReactNode, useState } from "react";

/** Hidden until asked for, by pointer or keyboard; `label` is what the cover says. */
export function Spoiler({ label, children }: { label: string; children: ReactNode }) {
	const [isOpen, setOpen] = useState(false);
	if (isOpen) {
		return <span className="rounded bg-hover px-0.5">{children}</span>;
	}
	return (
		<span className="relative inline-block max-w-full align-bottom">
			<span inert className="opacity-0">
				{children}
			</span>
			<button
				type="button"
				aria-label={label}
				title={label}
				onClick={() => setOpen(true)}
				className="absolute inset-0 rounded bg-field"
			/>
		</span>
	);
}
