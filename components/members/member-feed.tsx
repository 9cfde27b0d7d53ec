import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

export type FeedAll = { href: string; label: string };

/** A row of a feed. */
export const feedRow =
	"flex min-h-10 items-center gap-2 border-border border-b px-3 py-1.5 text-sm last:border-b-0";

/** The newest of something a member did; the link leads to all of it. */
export function MemberFeed({ all, children }: { all: FeedAll; children: ReactNode }) {
	return (
		<>
			<ol className="mt-3 overflow-hidden rounded-lg border border-border bg-surface">{children}</ol>
			<Link
				href={all.href}
				className="mt-2 inline-flex min-h-8 items-center gap-1 rounded text-accent text-sm hover:underline"
			>
				{all.label}
				<ArrowRight aria-hidden className="size-3.5" />
			</Link>
		</>
	);
}
