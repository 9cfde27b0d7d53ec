"use client";

import { Ban, CircleSlash, Clock, DoorOpen, type LucideIcon, Tags, TriangleAlert, Undo2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDoneText } from "@/components/orders/use-confirm-label";
import { useOutcome } from "@/components/orders/use-outcome";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import type { CaseDetail } from "@/lib/cases/detail-schema";
import type { Act, Draft } from "@/lib/orders/acts";
import type { MemberStanding } from "@/lib/orders/standing";

const ActDialog = dynamic(async () => (await import("@/components/orders/act-dialog")).ActDialog);
const RoleDialog = dynamic(async () => (await import("@/components/orders/role-dialog")).RoleDialog);

const icons: Record<Act, LucideIcon> = {
	warn: TriangleAlert,
	timeout: Clock,
	untimeout: Undo2,
	kick: DoorOpen,
	ban: Ban,
	unban: Undo2,
	jail: Ban,
};

/** What fits the member as they are now. */
function actsFor({ isPresent, isBanned, isTimedOut }: MemberStanding): Act[] {
	if (isPresent) return ["warn", isTimedOut ? "untimeout" : "timeout", "kick", "ban"];
	return isBanned ? ["unban"] : ["ban"];
}

/** What the reader may do to a member, each behind its dialog; or why they may do nothing. */
export function MemberActions({ guildId, member }: { guildId: string; member: MemberStanding }) {
	const t = useTranslations("orders");
	const doneText = useDoneText();
	const follow = useOutcome(guildId);
	const [act, setAct] = useState<Act | "roles" | null>(null);
	const { name, refusal } = member;
	const close = () => setAct(null);
	const opened = (done: Act) => (detail: CaseDetail, draft: Draft) => {
		const number = detail.caseNumber;
		const isOrdered = detail.order.state !== "none";
		notify({ tone: isOrdered ? "info" : "good", title: t(isOrdered ? "placed" : "opened", { number }) });
		if (isOrdered) follow({ case: number }, doneText(done, name, draft));
		close();
	};
	return (
		<>
			<fieldset aria-label={t("label", { name })} className="flex min-w-0 flex-wrap items-center gap-2">
				{refusal === null ? (
					actsFor(member).map((each) => {
						const Icon = icons[each];
						return (
							<Button key={each} size="sm" onClick={() => setAct(each)}>
								<Icon aria-hidden />
								{t(`acts.${each}`)}
							</Button>
						);
					})
				) : (
					<p className="flex items-start gap-1.5 text-muted text-sm">
						<CircleSlash aria-hidden className="mt-0.5 size-4 shrink-0" />
						{t("outOfReach", { reason: t(`refusals.${refusal}`) })}
					</p>
				)}
				{member.roles.length > 0 ? (
					<Button size="sm" onClick={() => setAct("roles")}>
						<Tags aria-hidden />
						{t("roles")}
					</Button>
				) : null}
			</fieldset>
			{act === "roles" ? (
				<RoleDialog
					guildId={guildId}
					member={member}
					onOrdered={({ id, held, role }) =>
						follow({ id }, t(`done.${held ? "role_add" : "role_remove"}`, { name, role }))
					}
					onClose={close}
				/>
			) : act === null ? null : (
				<ActDialog guildId={guildId} act={act} member={member} onOpened={opened(act)} onClose={close} />
			)}
		</>
	);
}
