import { FileText } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonStyles } from "@/components/ui/button";

/** To the last finished week on one page. */
export function ReportLink({ guildId }: { guildId: string }) {
	const t = useTranslations("nav");
	return (
		<Link href={`/guilds/${guildId}/report`} className={buttonStyles()}>
			<FileText aria-hidden />
			{t("report")}
		</Link>
	);
}
