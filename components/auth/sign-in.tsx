"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { signIn } from "@/components/layout/auth-forms";
import { Mark } from "@/components/layout/mark";
import { Button } from "@/components/ui/button";
import type { SignInProblem } from "@/lib/auth/sign-in-search";

type SignInProps = { callbackUrl: string; problem: SignInProblem | null; demo: boolean };

/** One button to Discord, what Guildhall asks of it, and why the last attempt failed. */
export function SignIn({ callbackUrl, problem, demo }: SignInProps) {
	const t = useTranslations("auth");
	const [state, setState] = useState<"ready" | "leaving" | "failed">("ready");
	const leave = () => {
		setState("leaving");
		signIn(callbackUrl).catch(() => setState("failed"));
	};
	const explanation = state === "failed" ? "unreachable" : problem;
	return (
		<main id="content" className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center gap-5 px-6 py-16">
			<Mark className="size-8" />
			<div>
				<h1 className="font-semibold text-2xl tracking-tight">{t("signIn.title")}</h1>
				<p className="mt-1 text-muted">{t("signIn.lead")}</p>
			</div>
			{explanation ? (
				<div role="alert" className="flex gap-2 rounded-md bg-danger-tint p-3 text-danger text-sm">
					<CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
					<p>{t(`problems.${explanation}`)}</p>
				</div>
			) : null}
			<Button variant="primary" size="lg" disabled={state === "leaving"} onClick={leave}>
				{state === "leaving" ? t("signIn.leaving") : t("signIn.button")}
			</Button>
			<p className="text-muted text-sm">{t(demo ? "signIn.demo" : "signIn.scopes")}</p>
		</main>
	);
}
