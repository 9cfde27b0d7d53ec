import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignIn } from "@/components/auth/sign-in";
import { currentUser } from "@/lib/auth/session";
import { safePath, signInProblem } from "@/lib/auth/sign-in-search";
import { env } from "@/lib/env";

type SignInProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
	const t = await getTranslations("auth.signIn");
	return { title: t("title") };
}

/** The way to Discord and back; whoever is signed in already goes where they wanted to. */
export default async function SignInPage({ searchParams }: SignInProps) {
	const search = await searchParams;
	const callbackUrl = safePath(search.callbackUrl, env().NEXTAUTH_URL);
	const problem = signInProblem(search.error);
	if (!problem && (await currentUser())) redirect(callbackUrl);
	return <SignIn callbackUrl={callbackUrl} problem={problem} demo={env().GUILDHALL_DEMO} />;
}
