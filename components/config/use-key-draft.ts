"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useProblemText } from "@/components/layout/use-problem-text";
import { notify } from "@/components/ui/toast";
import { ApiProblem } from "@/lib/api/client";
import {
	inputOf,
	isSameJson,
	isStorableJson,
	jsonOf,
	type KeyInput,
	keyLimits,
	kindOf,
	typedOf,
} from "@/lib/config/key-json";
import { saveKeyMutation } from "@/lib/config/keys-queries";
import { type DynamicKey, type DynamicKeys, dynamicKeyName, keyClash } from "@/lib/config/keys-schema";

/** The initial values of the fields: a key's value and description. */
export type KeyStart = { key: string; json: string; description: string | null; note: string };

type Fields = { key: string; input: KeyInput; typed: string; description: string; note: string };

type KeyDraftOptions = {
	guildId: string;
	list: DynamicKeys;
	stored: DynamicKey | undefined;
	start: KeyStart | undefined;
	onSaved: () => void;
};

const blank: KeyStart = { key: "", json: '""', description: null, note: "" };

/** The fields of one key, what is wrong with them, and what became of the last attempt to save. */
export function useKeyDraft({ guildId, list, stored, start, onSaved }: KeyDraftOptions) {
	const t = useTranslations("config.keys");
	const problemText = useProblemText();
	const [fields, setFields] = useState(() => fieldsOf(start ?? (stored ? { ...stored, note: "" } : blank)));
	const [isChecked, setChecked] = useState(false);
	const client = useQueryClient();
	const { mutate, error, isPending, reset } = useMutation(saveKeyMutation(client, guildId));
	const json = jsonOf(fields.input, fields.typed);
	const taken = stored === undefined && list.keys.some(({ key }) => key === fields.key);
	const wrong = wrongOf(fields.key, json, taken);
	const clash = clashOf(error);

	const save = (revision = list.revision) => {
		setChecked(true);
		if (wrong.key || wrong.value || json === undefined) return;
		const description = fields.description.trim() || null;
		const note = fields.note.trim();
		mutate(
			{ key: fields.key, save: { revision, json, description, ...(note === "" ? {} : { note }) } },
			{
				onSuccess: () => {
					notify({ tone: "good", title: t("saved", { key: fields.key }) });
					onSaved();
				},
			},
		);
	};
	return {
		fields,
		set: (change: Partial<Fields>) => {
			setFields({ ...fields, ...change });
			if (error) reset();
		},
		/** Messages' names; a field that has not been sent yet is not called wrong. */
		wrong: isChecked ? wrong : { key: undefined, value: undefined },
		isChanged: stored === undefined || !isSame(stored, json, fields.description.trim()),
		json,
		clash,
		failure: error && clash === undefined ? problemText(error) : undefined,
		isPending,
		save: () => save(),
		/** After a clash: over what somebody else has saved. */
		overwrite: () => clash && save(clash.revision),
	};
}

export type KeyDraft = ReturnType<typeof useKeyDraft>;

function fieldsOf({ key, json, description, note }: KeyStart): Fields {
	return { key, input: inputOf(kindOf(json)), typed: typedOf(json), description: description ?? "", note };
}

function isSame(stored: DynamicKey, json: string | undefined, description: string): boolean {
	return json !== undefined && isSameJson(stored.json, json) && (stored.description ?? "") === description;
}

function wrongOf(key: string, json: string | undefined, taken: boolean) {
	const form = key.length > keyLimits.key ? "long" : "form";
	const isNamed = dynamicKeyName.safeParse(key).success;
	return {
		key: isNamed ? (taken ? ("taken" as const) : undefined) : (form as "long" | "form"),
		value: json === undefined ? ("json" as const) : isStorableJson(json) ? undefined : ("large" as const),
	};
}

function clashOf(error: Error | null) {
	if (!(error instanceof ApiProblem) || error.code !== "conflict") return undefined;
	return keyClash.safeParse(error.current).data;
}
