"use client";

import { useMutation } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TokenForm } from "@/components/account/token-form";
import { Time } from "@/components/layout/time";
import { useProblemText } from "@/components/layout/use-problem-text";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import { revokeTokenMutation } from "@/lib/account/queries";
import type { Token } from "@/lib/account/schema";
import { type Level, levelNames } from "@/lib/auth/permissions";

type TokenListProps = { tokens: Token[]; guilds: { id: string; name: string }[] };

/** The person's API tokens and the form that creates one. */
export function TokenList({ tokens, guilds }: TokenListProps) {
	const t = useTranslations("account.tokens");
	const problemText = useProblemText();
	const router = useRouter();
	const [revoking, setRevoking] = useState<Token>();
	const { mutate, isPending } = useMutation(revokeTokenMutation());
	const revoke = () =>
		mutate(revoking?.id ?? "", {
			onSuccess: () => router.refresh(),
			onError: (error) => notify({ tone: "danger", title: t("stillWorks"), description: problemText(error) }),
			onSettled: () => setRevoking(undefined),
		});
	return (
		<>
			{tokens.length === 0 ? <p className="p-4 text-muted text-sm">{t("empty")}</p> : null}
			<ul className="divide-y divide-border">
				{tokens.map((token) => (
					<TokenRow key={token.id} token={token} revoke={() => setRevoking(token)} />
				))}
			</ul>
			<TokenForm guilds={guilds} />
			<ConfirmDialog
				open={revoking !== undefined}
				onOpenChange={(open) => open || setRevoking(undefined)}
				title={t("revokeTitle", { name: revoking?.name ?? "" })}
				consequence={t("revokeConsequence")}
				confirmLabel={t("revoke")}
				pending={isPending}
				onConfirm={revoke}
			/>
		</>
	);
}

function TokenRow({ token, revoke }: { token: Token; revoke: () => void }) {
	const t = useTranslations("account.tokens");
	const level = useTranslations("common.level");
	return (
		<li className="flex min-h-14 items-center gap-3 px-4 py-2">
			<KeyRound aria-hidden className="size-5 shrink-0 text-muted" />
			<div className="min-w-0 flex-1">
				<p className="flex flex-wrap items-baseline gap-x-2">
					<span className="truncate font-medium">{token.name}</span>
					<code className="font-mono text-muted text-xs">gh_…{token.hint}</code>
				</p>
				<p className="flex flex-wrap gap-x-3 text-muted text-sm">
					<span>{token.guildId === null ? t("anyServer") : (token.guildName ?? token.guildId)}</span>
					<span>
						{token.maxLevel === null
							? t("anyLevel")
							: t("upTo", { level: level(levelNames[token.maxLevel as Level]) })}
					</span>
					<span>
						{token.lastUsedAt
							? t.rich("used", { when: () => <Time value={token.lastUsedAt ?? ""} /> })
							: t("neverUsed")}
					</span>
					{token.expiresAt ? (
						<span>{t.rich("expires", { when: () => <Time value={token.expiresAt ?? ""} /> })}</span>
					) : null}
				</p>
			</div>
			<Button size="sm" onClick={revoke} aria-label={t("revokeTitle", { name: token.name })}>
				{t("revoke")}
			</Button>
		</li>
	);
}
