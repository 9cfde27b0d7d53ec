"use client";

import { useTranslations } from "next-intl";
import { durationNames } from "@/components/access/expiry";
import type { OwnSource } from "@/components/access/people-list";
import { MemberPicker } from "@/components/discord/member-picker";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { grantableLevels } from "@/lib/access/levels";
import { highestGrant } from "@/lib/access/schema";
import { type Level, levelNames } from "@/lib/auth/permissions";

type GrantFieldsProps = {
	guildId: string;
	ownLevel: number;
	existing: OwnSource | undefined;
	userId: string;
	onUserId: (userId: string) => void;
};

/** Who, up to which level, until when, and why. */
export function GrantFields({ guildId, ownLevel, existing, userId, onUserId }: GrantFieldsProps) {
	const t = useTranslations("access");
	const names = useTranslations("common.level");
	const hasRunningEnd = existing !== undefined && !existing.source.isOver;
	return (
		<>
			{existing ? null : (
				<Field id="grant-member" label={t("form.member")}>
					{(control) => (
						<MemberPicker
							{...control}
							guildId={guildId}
							label={t("form.member")}
							placeholder={t("form.memberPlaceholder")}
							value={userId}
							clearable={false}
							onChoose={onUserId}
						/>
					)}
				</Field>
			)}
			<div className="grid gap-3 sm:grid-cols-2">
				<Field id="grant-level" label={t("form.level")}>
					{(control) => (
						<Select {...control} name="level" defaultValue={existing?.source.level ?? 3}>
							{grantableLevels(ownLevel, highestGrant).map((level) => (
								<option key={level} value={level}>
									{t("level", { number: level, name: names(levelNames[level as Level]) })}
								</option>
							))}
						</Select>
					)}
				</Field>
				<Field id="grant-expiry" label={t("form.expiry")}>
					{(control) => (
						<Select {...control} name="expiry" defaultValue={hasRunningEnd ? "keep" : "week"}>
							{hasRunningEnd ? <option value="keep">{t("form.in.keep")}</option> : null}
							{durationNames.map((name) => (
								<option key={name} value={name}>
									{t(`form.in.${name}`)}
								</option>
							))}
						</Select>
					)}
				</Field>
			</div>
			<Field id="grant-reason" label={t("form.reason")} help={t("form.reasonHelp")}>
				{(control) => (
					<Input
						{...control}
						name="reason"
						required
						minLength={3}
						maxLength={500}
						autoComplete="off"
						defaultValue={existing?.source.reason ?? ""}
					/>
				)}
			</Field>
		</>
	);
}
