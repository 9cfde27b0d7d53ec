"use client";

import { useMutation } from "@tanstack/react-query";
import { Bookmark } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useProblemText } from "@/components/layout/use-problem-text";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { ApiProblem } from "@/lib/api/client";
import { saveChartMutation } from "@/lib/explore/saved-queries";
import { longestName, maxSaved } from "@/lib/explore/saved-schema";
import type { Definition } from "@/lib/explore/schema";

type SaveChartProps = {
	guildId: string;
	definition: Definition;
	/** What the chart is called unless it is given another name. */
	suggested: string;
};

/** Keeps the view under a name, alone or with the staff. */
export function SaveChart({ guildId, definition, suggested }: SaveChartProps) {
	const t = useTranslations("explore.save");
	const [open, setOpen] = useState(false);
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<Button variant="primary" onClick={() => setOpen(true)} className="noscript:hidden">
				<Bookmark aria-hidden />
				{t("button")}
			</Button>
			{open ? (
				<DialogContent title={t("title")} description={t("description")}>
					<SaveForm {...{ guildId, definition, suggested }} onDone={() => setOpen(false)} />
				</DialogContent>
			) : null}
		</Dialog>
	);
}

function SaveForm({ guildId, definition, suggested, onDone }: SaveChartProps & { onDone: () => void }) {
	const t = useTranslations("explore.save");
	const cancel = useTranslations("common")("cancel");
	const problemText = useProblemText();
	const router = useRouter();
	const { mutate, isPending, error } = useMutation(saveChartMutation(guildId));
	const isFull = error instanceof ApiProblem && error.code === "limit_reached";
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		const fields = new FormData(event.currentTarget);
		const name = String(fields.get("name") ?? "");
		mutate(
			{ name, definition, shared: fields.get("shared") === "on" },
			{
				onSuccess: (saved) => {
					notify({ tone: "good", title: t("done", { name: saved.name }) });
					onDone();
					router.refresh();
				},
			},
		);
	};
	return (
		<form onSubmit={submit} className="mt-4 flex flex-col gap-4">
			<Field id="chart-name" label={t("name")}>
				{(control) => (
					<Input
						{...control}
						name="name"
						required
						maxLength={longestName}
						defaultValue={suggested.slice(0, longestName)}
						autoComplete="off"
					/>
				)}
			</Field>
			<label className="flex items-start gap-2">
				<Checkbox name="shared" className="mt-0.5" />
				<span>
					{t("share")}
					<span className="block text-muted text-xs">{t("shareHelp")}</span>
				</span>
			</label>
			{error ? (
				<p role="alert" className="text-danger text-sm">
					{isFull ? t("full", { count: maxSaved }) : problemText(error)}
				</p>
			) : null}
			<DialogFooter className="mt-0">
				<Button onClick={onDone}>{cancel}</Button>
				<Button type="submit" variant="primary" disabled={isPending}>
					{t("confirm")}
				</Button>
			</DialogFooter>
		</form>
	);
}
