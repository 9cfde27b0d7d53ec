"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useProblemText } from "@/components/layout/use-problem-text";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { leastReason } from "@/lib/account/limits";
import { startVisitMutation } from "@/lib/account/queries";
import { ApiProblem } from "@/lib/api/client";

/** How long a visit can last; the database ends every one after a day. */
const hours = [1, 4, 24] as const;

/** The way of an operator into a server that gave them no access: for a time, and for a reason that the server sees. */
export function OperatorVisit() {
	const t = useTranslations("servers.visit");
	const problemText = useProblemText();
	const router = useRouter();
	const { mutate, isPending, error } = useMutation(startVisitMutation());
	const isUnknown = error instanceof ApiProblem && error.code === "not_found";
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		const fields = new FormData(event.currentTarget);
		const guildId = String(fields.get("guildId") ?? "").trim();
		const reason = String(fields.get("reason") ?? "");
		mutate(
			{ guildId, reason, hours: Number(fields.get("hours")) },
			{ onSuccess: () => router.push(`/guilds/${guildId}`) },
		);
	};
	return (
		<Card aria-labelledby="visit" className="mt-4">
			<CardHeader id="visit" title={t("title")} description={t("description")} />
			<CardBody>
				<form onSubmit={submit} className="flex flex-col gap-3">
					<VisitFields unknown={isUnknown ? t("unknown") : undefined} />
					<div className="flex flex-wrap items-center gap-3">
						<Button type="submit" disabled={isPending}>
							{t("enter")}
						</Button>
						{error && !isUnknown ? (
							<p role="alert" className="text-danger text-sm">
								{problemText(error)}
							</p>
						) : null}
					</div>
				</form>
			</CardBody>
		</Card>
	);
}

/** @param unknown the error shown for an id that no server has */
function VisitFields({ unknown }: { unknown: string | undefined }) {
	const t = useTranslations("servers.visit");
	return (
		<div className="grid gap-3 sm:grid-cols-2">
			<Field id="visit-guild" label={t("guildId")} help={t("guildIdHelp")} error={unknown}>
				{(control) => (
					<Input
						{...control}
						name="guildId"
						required
						inputMode="numeric"
						pattern="\s*\d{7,19}\s*"
						autoComplete="off"
					/>
				)}
			</Field>
			<Field id="visit-hours" label={t("duration")}>
				{(control) => (
					<Select {...control} name="hours" defaultValue="1">
						{hours.map((count) => (
							<option key={count} value={count}>
								{t("hours", { count })}
							</option>
						))}
					</Select>
				)}
			</Field>
			<div className="sm:col-span-2">
				<Field id="visit-reason" label={t("reason")} help={t("reasonHelp", { count: leastReason })}>
					{(control) => (
						<Input
							{...control}
							name="reason"
							required
							minLength={leastReason}
							maxLength={500}
							autoComplete="off"
						/>
					)}
				</Field>
			</div>
		</div>
	);
}
