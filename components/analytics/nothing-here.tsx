import { ChartNoAxesCombined } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
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

/** A tab of which nothing fits what it is narrowed to. */
export function NothingFits({ title, href }: Pick<NothingHereProps, "title" | "href">) {
	const t = useTranslations("analytics.unfitting");
	return <NothingHere title={title} reason={t("reason")} action={t("action")} href={href} />;
}
