import { ChartNoAxesCombined } from "lucide-react";
import Link from "next/link";
import { EmptyState } from "@/components/layout/states";
import { buttonStyles } from "@/components/ui/button";

type NothingHereProps = { title: string; reason: string; action: string; href: string };

/** A tab without a figure in this period, and where there may be some. */
export function NothingHere({ title, reason, action, href }: NothingHereProps) {
	return (
		<EmptyState
			icon={ChartNoAxesCombined}
			title={title}
			reason={reason}
			action={
				<Link href={href} className={buttonStyles({ variant: "primary" })}>
					{action}
				</Link>
			}
		/>
	);
}
