"use client";

import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";

type TooltipProps = { content: ReactNode; side?: "top" | "right" | "bottom" | "left"; children: ReactNode };

/** A word about the one focusable element inside it, on hover and on focus. */
export function Tooltip({ content, side = "top", children }: TooltipProps) {
	return (
		<Radix.Provider delayDuration={300}>
			<Radix.Root>
				<Radix.Trigger asChild>{children}</Radix.Trigger>
				<Radix.Portal>
					<Radix.Content
						side={side}
						sideOffset={6}
						collisionPadding={8}
						className="fade-in z-50 max-w-72 rounded-md border border-border bg-raised px-2 py-1 text-text text-xs shadow-overlay"
					>
						{content}
					</Radix.Content>
				</Radix.Portal>
			</Radix.Root>
		</Radix.Provider>
	);
}
