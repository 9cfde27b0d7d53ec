import type { ReactNode } from "react";
import { Mark } from "@/components/layout/mark";

type StatusPageProps = { title: string; body: string; children?: ReactNode };

/** A page that is not what was asked for: what happened and where to go from here. */
export function StatusPage({ title, body, children }: StatusPageProps) {
	return (
		<main id="content" className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-3 px-6 py-16">
			<Mark className="size-8" />
			<h1 className="mt-2 text-balance font-semibold text-2xl tracking-tight">{title}</h1>
			<p className="text-pretty text-muted">{body}</p>
			{children ? <div className="mt-2 flex flex-wrap gap-2">{children}</div> : null}
		</main>
	);
}
