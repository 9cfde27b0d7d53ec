"use client";

import { type ReactNode, useState } from "react";
import { signIn } from "@/components/layout/auth-forms";
import { Button } from "@/components/ui/button";

type SignInButtonProps = {
	callbackUrl: string;
	/** Written on the server, so that this page loads no translations. */
	words: { ready: string; leaving: string };
	/** Shown when this site does not answer. */
	unreachable: ReactNode;
};

/** Goes to Discord; says so if this site does not respond. */
export function SignInButton({ callbackUrl, words, unreachable }: SignInButtonProps) {
	const [state, setState] = useState<"ready" | "leaving" | "failed">("ready");
	const leave = () => {
		setState("leaving");
		signIn(callbackUrl).catch(() => setState("failed"));
	};
	return (
		<>
			{state === "failed" ? unreachable : null}
			<Button variant="primary" size="lg" disabled={state === "leaving"} onClick={leave}>
				{state === "leaving" ? words.leaving : words.ready}
			</Button>
		</>
	);
}
