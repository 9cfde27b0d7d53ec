import type { ReactNode } from "react";

type TopListProps = {
	title: string;
	items: readonly { key: string; name: ReactNode; figure: ReactNode }[];
	/** Shown if the list is empty. */
	nothing: string;
};

/** The first few of something, each with its figure. */
export function TopList({ title, items, nothing }: TopListProps) {
	return (
		<section className="break-inside-avoid">
			<h2 className="pb-1 font-semibold text-base">{title}</h2>
			{items.length === 0 ? (
				<p className="text-muted text-sm">{nothing}</p>
			) : (
				<ol className="text-sm">
					{items.map(({ key, name, figure }) => (
						<li
							key={key}
							className="flex items-baseline justify-between gap-3 border-b py-1.5 last:border-b-0"
						>
							<span className="min-w-0 truncate">{name}</span>
							<span className="shrink-0 text-muted">{figure}</span>
						</li>
					))}
				</ol>
			)}
		</section>
	);
}
