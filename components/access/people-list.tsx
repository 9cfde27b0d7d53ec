"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { GrantDialog } from "@/components/access/grant-dialog";
import { PersonRow } from "@/components/access/person-row";
import { useProblemText } from "@/components/layout/use-problem-text";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Card, CardHeader } from "@/components/ui/card";
import { notify } from "@/components/ui/toast";
import { revokeMutation } from "@/lib/access/queries";
import type { AccessPerson, AccessSource } from "@/lib/access/schema";

export type OwnSource = { person: AccessPerson["person"]; source: AccessSource };

type PeopleListProps = {
	guildId: string;
	cdn: string | null;
	people: readonly AccessPerson[];
	/** The reader's level; null when they may not change access. */
	ownLevel: number | null;
};

/** Everyone with a reason of their own, highest level first, each with all reasons. */
export function PeopleList({ guildId, cdn, people, ownLevel }: PeopleListProps) {
	const t = useTranslations("access");
	const problemText = useProblemText();
	const router = useRouter();
	const [revoking, setRevoking] = useState<OwnSource | null>(null);
	const [changing, setChanging] = useState<OwnSource | null>(null);
	const { mutate, isPending } = useMutation(revokeMutation(guildId));
	const revoke = () => {
		if (revoking === null) return;
		const kind = revoking.source.kind === "operator" ? "operator" : "grant";
		mutate(
			{ userId: revoking.person.id, kind },
			{
				onSuccess: () => notify({ tone: "good", title: t("revoked") }),
				onError: (error) => notify({ tone: "danger", title: t("failed"), description: problemText(error) }),
				onSettled: () => {
					setRevoking(null);
					router.refresh();
				},
			},
		);
	};
	return (
		<Card aria-labelledby="access-people">
			<CardHeader id="access-people" title={t("people")} />
			<ul className="mt-1 divide-y divide-border border-border border-t">
				{people.map((entry) => (
					<PersonRow
						key={entry.person.id}
						entry={entry}
						cdn={cdn}
						ownLevel={ownLevel}
						onChange={(source) => setChanging({ person: entry.person, source })}
						onRevoke={(source) => setRevoking({ person: entry.person, source })}
					/>
				))}
			</ul>
			<ConfirmDialog
				open={revoking !== null}
				onOpenChange={(open) => open || setRevoking(null)}
				title={t("revokeTitle", { name: revoking?.person.name ?? "" })}
				consequence={t("revokeConsequence")}
				confirmLabel={t("revoke")}
				pending={isPending}
				onConfirm={revoke}
			/>
			{changing !== null && ownLevel !== null ? (
				<GrantDialog
					guildId={guildId}
					ownLevel={ownLevel}
					existing={changing}
					onClose={() => setChanging(null)}
				/>
			) : null}
		</Card>
	);
}
