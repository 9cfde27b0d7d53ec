import type { ReactNode } from "react";

type PageHeaderProps = {
	title: ReactNode;
	/** One line about what this page is for; beside the title where there is room. */
	description?: ReactNode;
	/** The range picker or another choice that applies to the whole page. */
	controls?: ReactNode;
	/** The one primary action. */
	action?: ReactNode;
};

/** The page's title row, 48 px on a desktop so that the first row of a list stays high. */
export function PageHeader({ title, description, controls, action }: PageHeaderProps) {
	return (
		<header className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 py-2">
			<div className="flex min-w-0 flex-1 basis-48 flex-wrap items-baseline gap-x-3">
				<h1 className="truncate font-semibold text-xl tracking-tight">{title}</h1>
				{description ? <p className="min-w-0 text-muted text-sm md:truncate">{description}</p> : null}
			</div>
			{controls || action ? (
				<div className="flex flex-wrap items-center gap-2">
					{controls}
					{action}
				</div>
			) : null}
		</header>
	);
}
