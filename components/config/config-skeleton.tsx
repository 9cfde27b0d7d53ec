import { LoadingState } from "@/components/layout/states";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { sections } from "@/lib/config/fields";

/** The outline of the form while it loads: its own sections and fields. */
export function ConfigSkeleton() {
	return (
		<LoadingState className="flex flex-col gap-3">
			<Skeleton className="mt-12 h-8 w-64" />
			{sections.map(({ name, settings }) => (
				<Card key={name} className="px-4 py-3">
					<Skeleton className="mb-4 h-5 w-40" />
					<div className="grid gap-x-6 gap-y-4 md:grid-cols-2 xl:grid-cols-3">
						{settings.map((setting) => (
							<Skeleton key={setting} className="h-16" />
						))}
					</div>
				</Card>
			))}
		</LoadingState>
	);
}
