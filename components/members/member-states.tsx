"use client";

import { Clock, DoorOpen, Gem } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/layout/format";
import { Badge } from "@/components/ui/badge";
import type { MemberListItem } from "@/lib/members/schema";

type MemberStatesProps = { member: Pick<MemberListItem, "timedOutUntil" | "leftAt" | "boostingSince"> };

/** What is out of the ordinary about a member: timed out, gone, boosting. */
export function MemberStates({ member }: MemberStatesProps) {
	const t = useTranslations("members.state");
	const format = useFormat();
	if (!member.timedOutUntil && !member.leftAt && !member.boostingSince) return null;
	const full = (time: string) => format.full(Date.parse(time));
	return (
		<span className="inline-flex min-w-0 items-center gap-1">
			{member.timedOutUntil ? (
				<Badge tone="warning" title={full(member.timedOutUntil)}>
					<Clock aria-hidden />
					{t("timedOut", { until: format.dateTime(Date.parse(member.timedOutUntil)) })}
				</Badge>
			) : null}
			{member.leftAt ? (
				<Badge title={full(member.leftAt)}>
					<DoorOpen aria-hidden />
					{t("left", { when: format.date(Date.parse(member.leftAt)) })}
				</Badge>
			) : null}
			{member.boostingSince ? (
				<Badge tone="accent" title={full(member.boostingSince)}>
					<Gem aria-hidden />
					{t("boosting")}
				</Badge>
			) : null}
		</span>
	);
}
