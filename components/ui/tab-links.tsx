import Link from "next/link";
import { cn } from "@/lib/cn";

type TabLink = { href: string; label: string; current: boolean };

/** Tabs with an address each, rendered on the server. */
export function TabLinks({ label, tabs }: { label: string; tabs: TabLink[] }) {
	return (
		<nav aria-label={label} className="flex flex-wrap gap-x-4 border-border border-b">
			{tabs.map((tab) => (
				<Link
					key={tab.href}
					href={tab.href}
					scroll={false}
					aria-current={tab.current ? "page" : undefined}
					className={cn(
						"-mb-px flex h-9 shrink-0 items-center border-b-2 font-medium text-sm",
						tab.current ? "border-accent text-text" : "border-transparent text-muted hover:text-text",
					)}
				>
					{tab.label}
				</Link>
			))}
		</nav>
	);
}
