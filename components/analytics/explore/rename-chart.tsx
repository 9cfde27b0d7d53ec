"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { longestName } from "@/lib/explore/saved-schema";

type RenameChartProps = {
	name: string;
	pending: boolean;
	onRename: (name: string) => void;
	onClose: () => void;
};

/** Gives a saved chart another name. */
export function RenameChart({ name, pending, onRename, onClose }: RenameChartProps) {
	const t = useTranslations("explore");
	const cancel = useTranslations("common")("cancel");
	return (
		<Dialog open onOpenChange={onClose}>
			<DialogContent title={t("saved.renameTitle", { name })}>
				<form
					className="mt-4"
					onSubmit={(event) => {
						event.preventDefault();
						onRename(String(new FormData(event.currentTarget).get("name") ?? "").trim());
						onClose();
					}}
				>
					<Field id="rename-chart" label={t("save.name")}>
						{(control) => (
							<Input
								{...control}
								name="name"
								required
								maxLength={longestName}
								defaultValue={name}
								autoComplete="off"
							/>
						)}
					</Field>
					<DialogFooter>
						<Button onClick={onClose}>{cancel}</Button>
						<Button type="submit" variant="primary" disabled={pending}>
							{t("saved.renameConfirm")}
						</Button>
					</DialogFooter>
				</form>
			</DialogContent>
		</Dialog>
	);
}
