"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useProblemText } from "@/components/layout/use-problem-text";
import { notify } from "@/components/ui/toast";
import { ApiProblem } from "@/lib/api/client";
import { withChange, withoutChanges } from "@/lib/config/changes";
import { saveConfigMutation } from "@/lib/config/queries";
import {
	type Changes,
	type Config,
	type ConfigClash,
	configClash,
	isSettingName,
	type SettingName,
	type SettingValue,
} from "@/lib/config/schema";
import { invalidNames } from "@/lib/config/validate";

/** Changes that the address asks for: to go back to a revision or to take one back. */
export type AskedChanges = {
	changes: Changes;
	note: string;
	/** Goes back to a whole revision; dynamic keys stay as they are. */
	isRestore: boolean;
};

/** The saved settings, the changes made to them, and what became of the last attempt to save. */
export function useConfigDraft(guildId: string, saved: Config, asked: AskedChanges | null) {
	const t = useTranslations("config");
	const problemText = useProblemText();
	const router = useRouter();
	const pathname = usePathname();
	const [config, setConfig] = useState(saved);
	const [changes, setChanges] = useState(asked?.changes ?? {});
	const [refused, setRefused] = useState<readonly SettingName[]>([]);
	const [clash, setClash] = useState<ConfigClash>();
	const { mutateAsync, isPending } = useMutation(saveConfigMutation(useQueryClient(), guildId));
	const leaveAsked = () => (asked ? router.replace(pathname, { scroll: false }) : router.refresh());

	const fail = (problem: unknown) => {
		if (!(problem instanceof ApiProblem)) throw problem;
		const current = configClash.safeParse(problem.current);
		if (problem.code === "conflict" && current.success) return setClash(current.data);
		const names = problem.errors.map(({ path }) => path.replace(/^changes\./, "")).filter(isSettingName);
		setRefused(names);
		notify({ tone: "danger", title: t("notSaved"), description: problemText(problem) });
	};
	/** Answers whether it was saved. */
	const send = async (revision: number, wanted: Changes, note: string): Promise<boolean> => {
		const invalid = invalidNames(wanted);
		setRefused(invalid);
		if (invalid.length > 0) return false;
		try {
			const text = note.trim();
			setConfig(await mutateAsync({ revision, changes: wanted, ...(text === "" ? {} : { note: text }) }));
			setChanges({});
			setClash(undefined);
			notify({ tone: "good", title: t("saved") });
			leaveAsked();
			return true;
		} catch (problem) {
			fail(problem);
			return false;
		}
	};
	return {
		config,
		changes,
		refused,
		clash,
		isPending,
		set: (name: SettingName, value: SettingValue) => {
			setChanges(withChange(config.settings, changes, name, value));
			setRefused(refused.filter((other) => other !== name));
		},
		discard: () => {
			setChanges({});
			setRefused([]);
			if (asked) leaveAsked();
		},
		save: (note: string) => send(config.revision, changes, note),
		/** After a clash: drops the changes in `theirs` and saves everything else over the current revision. */
		settle: async (theirs: readonly SettingName[], note: string) => {
			if (clash === undefined) return;
			const kept = withoutChanges(changes, theirs);
			setConfig(clash);
			setChanges(kept);
			setClash(undefined);
			if (Object.keys(kept).length > 0) await send(clash.revision, kept, note);
		},
		dismissClash: () => setClash(undefined),
	};
}

export type ConfigDraft = ReturnType<typeof useConfigDraft>;
