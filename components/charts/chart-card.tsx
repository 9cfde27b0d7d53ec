import type { ReactNode } from "react";
import { Card, CardBody } from "@/components/ui/card";
import { cn } from "@/lib/cn";

/** The raised area around a chart. */
export function ChartCard({ className, children }: { className?: string; children: ReactNode }) {
	return (
		<Card className={cn("min-w-0", className)}>
			<CardBody>{children}</CardBody>
		</Card>
	);
}
