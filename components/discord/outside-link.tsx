import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { isWebAddress } from "@/lib/markdown/atoms";

type OutsideLinkProps = { href: string; children: ReactNode; className?: string };

/** A link to somewhere else, in a new tab that knows nothing of this one. Anything but http and https is plain text. */
export function OutsideLink({ href, children, className }: OutsideLinkProps) {
	return isWebAddress(href) ? (
		<a
			href={href}
			target="_blank"
			rel="noopener noreferrer nofollow"
			title={href}
			className={cn("break-words text-accent hover:underline", className)}
		>
			{children}
		</a>
	) : (
		<span className={className}>{children}</span>
	);
}
