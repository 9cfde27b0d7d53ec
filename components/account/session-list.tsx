"use client";

import { useMutation } from "@tanstack/react-query";
import { Monitor, Smartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Time } from "@/components/layout/time";
import { useProblemText } from "@/components/layout/use-problem-text";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { deviceOf } from "@/lib/account/device";
import { endSessionMutation } from "@/lib/account/queries";
import type { Session } from "@/lib/account/schema";

/** Where the person is signed in, with a way to end each and all. */
export function SessionList({ sessions }: { sessions: Session[] }) {
	const t = useTranslations("account.sessions");
	const problemText = useProblemText();
	const router = useRouter();
	const [asking, setAsking] = useState(false);
	const { mutate, isPending, error } = useMutation(endSessionMutation());
	const everywhere = () =>
		mutate(null, { onSuccess: () => router.push("/sign-in"), onError: () => setAsking(false) });
	return (
		<>
			<ul className="divide-y divide-border">
				{sessions.map((session) => (
					<SessionRow
						key={session.id}
						session={session}
						pending={isPending}
						end={() => mutate(session.id, { onSuccess: () => router.refresh() })}
					/>
				))}
			</ul>
			<div className="flex flex-wrap items-center gap-3 border-border border-t p-3">
				<Button onClick={() => setAsking(true)}>{t("everywhere")}</Button>
				{error ? (
					<p role="alert" className="text-danger text-sm">
						{problemText(error)}
					</p>
				) : null}
			</div>
			<ConfirmDialog
				open={asking}
				onOpenChange={setAsking}
				title={t("everywhere")}
				consequence={t("everywhereConsequence", { count: sessions.length })}
				confirmLabel={t("everywhere")}
				pending={isPending}
				onConfirm={everywhere}
			/>
		</>
	);
}

function SessionRow({ session, pending, end }: { session: Session; pending: boolean; end: () => void }) {
	const t = useTranslations("account.sessions");
	const { browser, system } = deviceOf(session.userAgent);
	const Icon = system === "iPhone" || system === "Android" ? Smartphone : Monitor;
	const device =
		browser && system ? t("device", { browser, system }) : (browser ?? system ?? t("unknownDevice"));
	return (
		<li className="flex min-h-14 items-center gap-3 px-4 py-2">
			<Icon aria-hidden className="size-5 shrink-0 text-muted" />
			<div className="min-w-0 flex-1">
				<p className="flex flex-wrap items-center gap-2">
					<span className="truncate font-medium">{device}</span>
					{session.current ? <Badge>{t("current")}</Badge> : null}
				</p>
				<p className="flex flex-wrap gap-x-3 text-muted text-sm">
					{session.address ? <span>{session.address}</span> : null}
					<span>{t.rich("used", { when: () => <Time value={session.lastUsedAt} /> })}</span>
					<span>{t.rich("since", { when: () => <Time value={session.createdAt} /> })}</span>
				</p>
			</div>
			{session.current ? null : (
				<Button size="sm" disabled={pending} onClick={end} aria-label={t("endNamed", { device })}>
					{t("end")}
				</Button>
			)}
		</li>
	);
}
