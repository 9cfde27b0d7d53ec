import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Landing } from "@/components/auth/landing";
import { currentUser } from "@/lib/auth/session";
import { env } from "@/lib/env";

export async function generateMetadata() {
	const t = await getTranslations("auth.landing");
	return { description: t("lead") };
}

/** What this is, and the way in; whoever is signed in goes straight to their servers. */
export default async function LandingPage() {
	if (await currentUser()) redirect("/guilds");
	return <Landing demo={env().GUILDHALL_DEMO} />;
}
