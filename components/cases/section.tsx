import type { ReactNode } from "react";

type SectionProps = {
	/** Left out where what is inside names itself. */
	title?: string | undefined;
	action?: ReactNode;
	children: ReactNode;
};

/** One part of a case under its own heading. */
export function Section({ title, action, children }: SectionProps) {
	return (
		<section className="flex flex-col gap-2 border-t pt-3">
			{title === undefined ? null : (
				<header className="flex min-h-7 items-center justify-between gap-2">
					<h2 className="min-w-0 truncate font-semibold text-sm">{title}</h2>
					{action}
				</header>
			)}
			{children}
		</section>
	);
}
