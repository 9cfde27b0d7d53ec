import { useTranslations } from "next-intl";
import { SignInButton } from "@/components/auth/sign-in-button";
import { SignInNotice } from "@/components/auth/sign-in-notice";
import { Mark } from "@/components/layout/mark";
import type { SignInProblem } from "@/lib/auth/sign-in-search";

type SignInProps = { callbackUrl: string; problem: SignInProblem | null; demo: boolean };

/** One button to Discord, what Guildhall asks of it, and why the last attempt failed. */
export function SignIn({ callbackUrl, problem, demo }: SignInProps) {
	const t = useTranslations("auth");
	return (
		<main id="content" className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center gap-5 px-6 py-16">
			<Mark className="size-8" />
			<div>
				<h1 className="font-semibold text-2xl tracking-tight">{t("signIn.title")}</h1>
				<p className="mt-1 text-muted">{t("signIn.lead")}</p>
			</div>
			{problem ? <SignInNotice>{t(`problems.${problem}`)}</SignInNotice> : null}
			<SignInButton
				callbackUrl={callbackUrl}
				words={{
					ready: t("signIn.button"),
					leaving: t("signIn.leaving"),
				}}
				unreachable={<SignInNotice>{t("problems.unreachable")}</SignInNotice>}
			/>
			<p className="text-muted text-sm">{t(demo ? "signIn.demo" : "signIn.scopes")}</p>
		</main>
	);
}
