"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type DurationName, durationNames, endOf } from "@/components/access/expiry";
import { GrantFields } from "@/components/access/grant-fields";
import type { OwnSource } from "@/components/access/people-list";
import { useProblemText } from "@/components/layout/use-problem-text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { notify } from "@/components/ui/toast";
import { changeGrantMutation, grantMutation } from "@/lib/access/queries";
import { ApiProblem } from "@/lib/api/client";

type GrantDialogProps = {
	guildId: string;
	ownLevel: number;
	/** The grant to change; a new one without. */
	existing?: OwnSource;
	onClose: () => void;
};

/** Gives somebody access, or changes what they were given. */
export function GrantDialog({ guildId, ownLevel, existing, onClose }: GrantDialogProps) {
	const t = useTranslations("access");
	const common = useTranslations("common");
	const problemText = useProblemText();
	const router = useRouter();
	const [userId, setUserId] = useState(existing?.person.id ?? "");
	const grant = useMutation(grantMutation(guildId));
	const change = useMutation(changeGrantMutation(guildId, userId));
	const done = {
		onSuccess: () => {
			notify({ tone: "good", title: t(existing ? "changed" : "granted") });
			onClose();
			router.refresh();
		},
	};
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		const fields = new FormData(event.currentTarget);
		const wanted = {
			level: Number(fields.get("level")),
			reason: String(fields.get("reason") ?? "").trim(),
			expiresAt: chosenEnd(String(fields.get("expiry")), existing),
		};
		if (existing) change.mutate(wanted, done);
		else grant.mutate({ userId, ...wanted }, done);
	};
	const error = grant.error ?? change.error;
	const known = refusalOf(error);
	return (
		<Dialog open onOpenChange={(open) => open || onClose()}>
			<DialogContent
				title={existing ? t("form.changeTitle", { name: existing.person.name }) : t("form.title")}
				description={t("form.description")}
			>
				<form onSubmit={submit} className="mt-3 flex flex-col gap-3">
					<GrantFields
						guildId={guildId}
						ownLevel={ownLevel}
						existing={existing}
						userId={userId}
						onUserId={setUserId}
					/>
					{error ? (
						<p role="alert" className="text-danger text-sm">
							{known ? t(known) : problemText(error)}
						</p>
					) : null}
					<DialogFooter>
						<Button onClick={onClose}>{common("cancel")}</Button>
						<Button
							type="submit"
							variant="primary"
							disabled={userId === "" || grant.isPending || change.isPending}
						>
							{existing ? t("form.save") : t("grant")}
						</Button>
					</DialogFooter>
				</form>
			</DialogContent>
		</Dialog>
	);
}

/** The message for a refusal that has a reason of its own here. */
function refusalOf(error: Error | null): "exists" | "outlasts" | undefined {
	if (!(error instanceof ApiProblem)) return undefined;
	if (error.code === "already_exists") return "exists";
	return error.code === "forbidden" && error.errors.some(({ path }) => path === "expiresAt")
		? "outlasts"
		: undefined;
}

/** The chosen end; anything but a duration keeps the one that the grant has. */
function chosenEnd(choice: string, existing: OwnSource | undefined): string | null {
	const name = durationNames.find((known): known is DurationName => known === choice);
	return name === undefined ? (existing?.source.expiresAt ?? null) : endOf(name, Date.now());
}
