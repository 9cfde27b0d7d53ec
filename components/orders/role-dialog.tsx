"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { RolePill } from "@/components/discord/role-pill";
import { RefusalText } from "@/components/orders/refusal";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { longestAuditReason } from "@/lib/discord/limits";
import { changeRoleMutation } from "@/lib/orders/queries";
import type { MemberStanding } from "@/lib/orders/standing";

type RoleDialogProps = {
	guildId: string;
	member: Pick<MemberStanding, "id" | "name" | "roles">;
	/** Called for each order placed. */
	onOrdered: (ordered: { id: string; held: boolean; role: string }) => void;
	onClose: () => void;
};

/** Gives roles and takes them: one order for each that changed. */
export function RoleDialog({ guildId, member, onOrdered, onClose }: RoleDialogProps) {
	const t = useTranslations("orders.roleDialog");
	const common = useTranslations("common");
	const id = useId();
	const [key] = useState(() => crypto.randomUUID());
	const [chosen, setChosen] = useState(
		() => new Set(member.roles.filter(({ held }) => held).map((role) => role.id)),
	);
	const [reason, setReason] = useState("");
	const { mutateAsync, isPending, error } = useMutation(
		changeRoleMutation(useQueryClient(), guildId, member.id),
	);
	const changed = member.roles.filter((role) => chosen.has(role.id) !== role.held);
	async function save(): Promise<void> {
		for (const role of changed) {
			const held = !role.held;
			const because = reason.trim() === "" ? {} : { reason: reason.trim() };
			const wish = { roleId: role.id, held, idempotencyKey: `${key}:${role.id}`, ...because };
			const { id: orderId } = await mutateAsync(wish);
			onOrdered({ id: orderId, held, role: role.name });
		}
		onClose();
	}
	function choose(roleId: string, on: boolean): void {
		const next = new Set(chosen);
		if (on) next.add(roleId);
		else next.delete(roleId);
		setChosen(next);
	}
	return (
		<Dialog open onOpenChange={(open) => open || onClose()}>
			<DialogContent title={t("title", { name: member.name })} description={t("description")}>
				<ul className="mt-3 max-h-72 overflow-y-auto rounded-md border border-border py-1">
					{member.roles.map((role) => (
						<li key={role.id}>
							<label className="flex min-h-8 cursor-pointer items-center gap-2 px-3 text-sm hover:bg-hover">
								<Checkbox
									checked={chosen.has(role.id)}
									onChange={(event) => choose(role.id, event.target.checked)}
								/>
								<RolePill role={role} />
							</label>
						</li>
					))}
				</ul>
				<Field id={`${id}-reason`} label={t("reason")} className="mt-3">
					{(control) => (
						<Input
							{...control}
							maxLength={longestAuditReason}
							autoComplete="off"
							value={reason}
							onChange={(event) => setReason(event.target.value)}
						/>
					)}
				</Field>
				<RefusalText error={error} />
				<DialogFooter>
					<Button onClick={onClose}>{common("cancel")}</Button>
					<Button
						variant="primary"
						disabled={changed.length === 0 || isPending}
						onClick={() => void save().catch(() => undefined)}
					>
						{changed.length === 0 ? t("nothing") : t("save", { count: changed.length })}
					</Button>
				</DialogFooter>
			</DialogContent>
		</Dialog>
	);
}
