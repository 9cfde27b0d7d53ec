"use client";

import { useTranslations } from "next-intl";
import { KeyDialog, type KeyFormProps } from "@/components/config/key-dialog";
import { KeyRemove } from "@/components/config/key-remove";
import type { AskedKey } from "@/lib/config/keys-data";

type KeyUndoProps = KeyFormProps & { asked: AskedKey & { revision: number } };

/** Takes back a revision's change of a key: the form with what it was, or the question whether to remove it again. */
export function KeyUndo({ guildId, mayWrite, list, asked, onClose }: KeyUndoProps) {
	const t = useTranslations("config.asked");
	const stored = list.keys.find(({ key }) => key === asked.key);
	const note = t("undo", { revision: asked.revision });
	if (!mayWrite) return null;
	if (asked.entry)
		return (
			<KeyDialog
				guildId={guildId}
				mayWrite={mayWrite}
				list={list}
				stored={stored}
				start={{ key: asked.key, ...asked.entry, note }}
				onClose={onClose}
			/>
		);
	if (stored === undefined) return null;
	return (
		<KeyRemove
			guildId={guildId}
			stored={stored}
			revision={list.revision}
			note={note}
			onRemoved={onClose}
			onClose={onClose}
		/>
	);
}
