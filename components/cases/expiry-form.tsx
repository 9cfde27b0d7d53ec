"use client";

import { millisecondsInDay } from "date-fns/constants";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useFormat } from "@/components/layout/format";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { CaseDetail } from "@/lib/cases/detail-schema";
import { expiryProblem, fromWallTime, toWallTime } from "@/lib/cases/expiry";

type ExpiryFormProps = {
	detail: CaseDetail;
	/** What the moment does. */
	help: string;
	saveLabel: string;
	pending: boolean;
	onSave: (expiresAt: string | null) => void;
	onCancel: () => void;
};

const steps = { hour: 3_600_000, day: millisecondsInDay, week: 604_800_000 } as const;

/** Chooses a moment on the server's clock, or none; the steps add to what is chosen, or to now. */
export function ExpiryForm({ detail, help, saveLabel, pending, onSave, onCancel }: ExpiryFormProps) {
	const t = useTranslations("cases");
	const { timeZone } = useFormat();
	const id = useId();
	const field = useRef<HTMLInputElement>(null);
	const [text, setText] = useState(() => (detail.expiresAt ? toWallTime(detail.expiresAt, timeZone) : ""));
	const [problem, setProblem] = useState<string>();
	useEffect(() => field.current?.focus(), []);
	const choose = (value: string) => {
		setText(value);
		setProblem(undefined);
	};
	function add(milliseconds: number): void {
		const chosen = Date.parse(fromWallTime(text, timeZone) ?? "");
		const base = Math.max(Number.isNaN(chosen) ? 0 : chosen, Date.now());
		choose(toWallTime(new Date(base + milliseconds).toISOString(), timeZone));
	}
	function submit(event: FormEvent): void {
		event.preventDefault();
		const expiresAt = fromWallTime(text, timeZone);
		const found = expiryProblem(detail, expiresAt, Date.now());
		if (found === null) {
			onSave(expiresAt);
		} else {
			setProblem(t(`expiry.problems.${found}`));
			field.current?.focus();
		}
	}
	return (
		<form
			onSubmit={submit}
			onKeyDown={(event) => {
				if (event.key !== "Escape") return;
				event.preventDefault();
				onCancel();
			}}
			className="flex flex-col gap-2"
		>
			<Field id={id} label={t("expiry.label", { zone: timeZone })} help={help} error={problem}>
				{(control) => (
					<Input
						{...control}
						ref={field}
						type="datetime-local"
						value={text}
						onChange={(event) => choose(event.target.value)}
					/>
				)}
			</Field>
			<div className="flex flex-wrap gap-2">
				{(["hour", "day", "week"] as const).map((step) => (
					<Button key={step} size="sm" onClick={() => add(steps[step])}>
						{t(`expiry.${step}`)}
					</Button>
				))}
				{detail.expiry === "optional" ? (
					<Button size="sm" onClick={() => choose("")}>
						{t("expiry.remove")}
					</Button>
				) : null}
				<span className="ml-auto flex gap-2">
					<Button size="sm" onClick={onCancel}>
						{t("form.cancel")}
					</Button>
					<Button size="sm" type="submit" variant="primary" disabled={pending}>
						{pending ? t("form.saving") : saveLabel}
					</Button>
				</span>
			</div>
		</form>
	);
}
