import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { StatusPage } from "@/components/layout/status-page";
import { buttonStyles } from "@/components/ui/button";

export default async function NotFound() {
	const t = await getTranslations("errors.notFound");
	return (
		<StatusPage title={t("title")} body={t("body")}>
			<Link href="/guilds" className={buttonStyles({ variant: "primary" })}>
				{t("servers")}
			</Link>
			<Link href="/" className={buttonStyles()}>
				{t("home")}
			</Link>
		</StatusPage>
	);
}
