"use client";

import { useState } from "react";
import { SignInNotice } from "@/components/auth/sign-in-notice";
import { signIn } from "@/components/layout/auth-forms";
import { Button } from "@/components/ui/button";

type SignInButtonProps = {
	callbackUrl: string;
	/** Written on the server, so that this page loads no translations. */
	words: { ready: string; leaving: string; unreachable: string };
};

/** Goes to Discord; says so when this site does not answer. */
export function SignInButton({ callbackUrl, words }: SignInButtonProps) {
	const [state, setState] = useState<"ready" | "leaving" | "failed">("ready");
	const leave = () => {
		setState("leaving");
		signIn(callbackUrl).catch(() => setState("failed"));
	};
	return (
		<>
			{state === "failed" ? <SignInNotice>{words.unreachable}</SignInNotice> : null}
			<Button variant="primary" size="lg" disabled={state === "leaving"} onClick={leave}>
				{state === "leaving" ? words.leaving : words.ready}
			</Button>
		</>
	);
}
