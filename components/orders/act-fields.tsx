"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { longestReason } from "@/lib/cases/kinds";
import { longestMessage } from "@/lib/discord/limits";
import { type Draft, durationsOf, purges } from "@/lib/orders/acts";

type ActFieldsProps = {
	/** One of `acts`, or `own` for a server's own type. */
	act: string;
	draft: Draft;
	/** Whether the reason was found missing. */
	reasonMissing: boolean;
	onChange: (change: Partial<Draft>) => void;
};

/** Reason, duration, messages to delete and the message to the member: whichever the act has. */
export function ActFields({ act, draft, reasonMissing, onChange }: ActFieldsProps) {
	const t = useTranslations("orders.form");
	const id = useId();
	return (
		<>
			<Lengths act={act} draft={draft} onChange={onChange} />
			<Field
				id={`${id}-reason`}
				label={t("reason")}
				help={t("reasonHelp")}
				error={reasonMissing ? t("reasonMissing") : undefined}
			>
				{(control) => (
					<Textarea
						{...control}
						rows={2}
						maxLength={longestReason}
						value={draft.reason}
						onChange={(event) => onChange({ reason: event.target.value })}
					/>
				)}
			</Field>
			{act === "warn" ? (
				<Field id={`${id}-message`} label={t("message")} help={t("messageHelp")}>
					{(control) => (
						<Textarea
							{...control}
							rows={2}
							maxLength={longestMessage}
							value={draft.message}
							onChange={(event) => onChange({ message: event.target.value })}
						/>
					)}
				</Field>
			) : null}
		</>
	);
}

/** How long it lasts and how much history goes along, side by side. */
export function Lengths({ act, draft, onChange }: Omit<ActFieldsProps, "reasonMissing">) {
	const t = useTranslations("orders");
	const id = useId();
	const choices = durationsOf(act);
	if (choices.length === 0) return null;
	return (
		<div className="grid gap-3 sm:grid-cols-2">
			<Field id={`${id}-duration`} label={t("form.duration")}>
				{(control) => (
					<Select
						{...control}
						value={draft.duration}
						onChange={({ target }) => {
							const duration = choices.find((choice) => choice === Number(target.value));
							if (duration !== undefined) onChange({ duration });
						}}
					>
						{choices.map((choice) => (
							<option key={choice} value={choice}>
								{choice === 0
									? t(act === "ban" ? "durations.none" : "durations.noEnd")
									: t(`durations.s${choice}`)}
							</option>
						))}
					</Select>
				)}
			</Field>
			{act === "ban" ? (
				<Field id={`${id}-purge`} label={t("form.purge")}>
					{(control) => (
						<Select
							{...control}
							value={draft.purge}
							onChange={({ target }) => {
								const purge = purges.find((choice) => choice === Number(target.value));
								if (purge !== undefined) onChange({ purge });
							}}
						>
							{purges.map((choice) => (
								<option key={choice} value={choice}>
									{t(`purges.s${choice}`)}
								</option>
							))}
						</Select>
					)}
				</Field>
			) : null}
		</div>
	);
}
