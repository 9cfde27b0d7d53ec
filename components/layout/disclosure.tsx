"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { buttonStyles } from "@/components/ui/button";
import { cn } from "@/lib/cn";

type DisclosureProps = {
	label: ReactNode;
	icon?: ReactNode;
	align?: "start" | "end";
	active?: boolean;
	className?: string;
	/** What is shown below the button; `close` puts the focus back on it. */
	children: (close: () => void) => ReactNode;
};

/** What a picker inside the surface opens is elsewhere in the document. */
const ownLayers = "[data-radix-popper-content-wrapper]";

/**
 * A button with a surface below it, for a few fields. Escape and a click elsewhere close it. On a phone the surface is as
 * wide as the nearest positioned container.
 */
export function Disclosure({ label, icon, align = "start", active, className, children }: DisclosureProps) {
	const [open, setOpen] = useState(false);
	const root = useRef<HTMLDivElement>(null);
	const button = useRef<HTMLButtonElement>(null);
	useEffect(() => {
		if (!open) return;
		const onPointer = (event: PointerEvent) => {
			if (!(event.target instanceof Element) || root.current?.contains(event.target)) return;
			if (!event.target.closest(ownLayers)) setOpen(false);
		};
		document.addEventListener("pointerdown", onPointer);
		return () => document.removeEventListener("pointerdown", onPointer);
	}, [open]);
	const close = () => {
		setOpen(false);
		button.current?.focus();
	};
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from whatever inside has the focus
		<div
			ref={root}
			className="md:relative"
			onKeyDown={(event) => {
				if (event.key !== "Escape" || !open) return;
				if (event.target instanceof Element && !event.target.closest(ownLayers)) close();
			}}
		>
			<button
				type="button"
				ref={button}
				aria-expanded={open}
				onClick={() => setOpen(!open)}
				className={cn(buttonStyles(), active && "border-accent text-accent")}
			>
				{icon}
				{label}
			</button>
			{open ? (
				<div
					className={cn(
						"fade-in absolute z-40 mt-1 rounded-lg border border-border bg-raised p-3 shadow-overlay max-md:inset-x-0 md:top-full md:w-72",
						align === "end" ? "md:right-0" : "md:left-0",
						className,
					)}
				>
					{children(close)}
				</div>
			) : null}
		</div>
	);
}
