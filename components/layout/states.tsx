import { CircleAlert, Inbox, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";

type StateProps = { icon: LucideIcon; title: ReactNode; children?: ReactNode; action?: ReactNode };

function State({ icon: Icon, title, children, action }: StateProps) {
	return (
		<div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-12 text-center">
			<Icon aria-hidden className="size-6 text-muted" />
			<h2 className="font-semibold text-base">{title}</h2>
			{children ? <div className="text-muted text-sm">{children}</div> : null}
			{action ? <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div> : null}
		</div>
	);
}

type EmptyStateProps = {
	icon?: LucideIcon;
	/** What will be here. */
	title: ReactNode;
	/** Why it is not. */
	reason: ReactNode;
	/** The next step: a button or a link. */
	action?: ReactNode;
};

/** Nothing to show: what would be here, why it is not, and the next step. */
export function EmptyState({ icon = Inbox, title, reason, action }: EmptyStateProps) {
	return (
		<State icon={icon} title={title} action={action}>
			<p>{reason}</p>
		</State>
	);
}

type ErrorStateProps = {
	title?: ReactNode;
	/** What still works and what to do. */
	body?: ReactNode;
	requestId?: string | undefined;
	action?: ReactNode;
};

/** Something failed: what, what still works, what to do, and the id to quote. */
export function ErrorState({ title, body, requestId, action }: ErrorStateProps) {
	const t = useTranslations("common.states");
	return (
		<div role="alert">
			<State icon={CircleAlert} title={title ?? t("errorTitle")} action={action}>
				<p>{body ?? t("errorBody")}</p>
				{requestId ? (
					<p className="mt-2 text-xs">
						{t("requestId")} <code className="select-all font-mono">{requestId}</code>
					</p>
				) : null}
			</State>
		</div>
	);
}

/** The title row of a page that is on its way. */
export function PageHeaderSkeleton() {
	return (
		<div className="flex min-h-12 items-center py-2">
			<Skeleton className="h-6 w-40" />
		</div>
	);
}

/** Says to screen readers that content is on its way, and shows its outline to everyone else. */
export function LoadingState({ children, className }: { children: ReactNode; className?: string }) {
	const t = useTranslations("common");
	return (
		<div aria-busy="true" className={cn("w-full", className)}>
			<span role="status" className="sr-only">
				{t("loading")}
			</span>
			{children}
		</div>
	);
}
