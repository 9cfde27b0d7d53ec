import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";

/** A raised area for one subject. */
export function Card({ className, ...props }: ComponentProps<"section">) {
	return <section className={cn("rounded-lg border border-border bg-surface", className)} {...props} />;
}

type CardHeaderProps = { title: ReactNode; description?: ReactNode; actions?: ReactNode; id?: string };

/** The title row of a card, with its actions on the right. */
export function CardHeader({ title, description, actions, id }: CardHeaderProps) {
	return (
		<header className="flex min-h-11 items-center justify-between gap-3 px-4 pt-2">
			<div className="min-w-0">
				<h2 id={id} className="truncate font-semibold text-base">
					{title}
				</h2>
				{description ? <p className="text-muted text-xs">{description}</p> : null}
			</div>
			{actions ? <div className="flex shrink-0 items-center gap-1">{actions}</div> : null}
		</header>
	);
}

/** The padded content of a card. */
export function CardBody({ className, ...props }: ComponentProps<"div">) {
	return <div className={cn("px-4 py-3", className)} {...props} />;
}
