"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { MemberPicker } from "@/components/discord/member-picker";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type PersonFieldProps = {
	guildId: string;
	/** The chosen person's id; empty for none. */
	value: string;
	/** Whether somebody has to be chosen before continuing. */
	missing: boolean;
	onChoose: (id: string) => void;
};

/** What Discord's ids look like; they are made of the time, so that shorter ones are of no person today. */
export const personId = /^[1-9]\d{16,18}$/;

/** Whom a case is about: a member by name, or anybody by id. */
export function PersonField({ guildId, value, missing, onChoose }: PersonFieldProps) {
	const t = useTranslations("orders.newCase");
	const id = useId();
	const [byId, setById] = useState(false);
	const swap = () => {
		setById(!byId);
		onChoose("");
	};
	const other = (
		<Button size="sm" variant="link" className="-my-1 px-0" onClick={swap}>
			{t(byId ? "byName" : "byId")}
		</Button>
	);
	if (byId)
		return (
			<Field
				id={id}
				label={t("id")}
				hint={other}
				help={t("idHelp")}
				error={missing ? t("idWrong") : undefined}
			>
				{(control) => (
					<Input
						{...control}
						inputMode="numeric"
						autoComplete="off"
						className="font-mono"
						value={value}
						onChange={(event) => onChoose(event.target.value.trim())}
					/>
				)}
			</Field>
		);
	return (
		<Field id={id} label={t("member")} hint={other} error={missing ? t("memberMissing") : undefined}>
			{(control) => (
				<MemberPicker
					{...control}
					guildId={guildId}
					label={t("member")}
					placeholder={t("memberPlaceholder")}
					value={value}
					clearable={false}
					onChoose={onChoose}
				/>
			)}
		</Field>
	);
}
