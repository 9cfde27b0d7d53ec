"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/layout/use-problem-text";
import { notify } from "@/components/ui/toast";
import { ApiProblem } from "@/lib/api/client";
import { editChartMutation, pinChartMutation, removeChartMutation } from "@/lib/explore/saved-queries";
import { maxPinned, type SavedChart } from "@/lib/explore/saved-schema";

type Done = "renamed" | "shared" | "unshared" | "pinned" | "unpinned" | "deleted";

/** What can be done with a saved chart; each tells how it went and shows the list as it is then. */
export function useChartActs(guildId: string, { id, name, revision }: SavedChart) {
	const t = useTranslations("explore.saved");
	const problemText = useProblemText();
	const router = useRouter();
	const edit = useMutation(editChartMutation(guildId, id));
	const pinning = useMutation(pinChartMutation(guildId, id));
	const removal = useMutation(removeChartMutation(guildId, id));
	const failure = (error: Error) => {
		if (!(error instanceof ApiProblem)) return problemText(error);
		if (error.code === "conflict") return t("conflict");
		return error.code === "limit_reached" ? t("noPlace", { count: maxPinned }) : problemText(error);
	};
	const then = (done: Done, called = name) => ({
		onSuccess: () => notify({ tone: "good", title: t(`done.${done}`, { name: called }) }),
		onError: (error: Error) => notify({ tone: "danger", title: t("failed"), description: failure(error) }),
		onSettled: () => router.refresh(),
	});
	return {
		pending: edit.isPending || pinning.isPending || removal.isPending,
		rename: (to: string) => edit.mutate({ revision, name: to }, then("renamed", to)),
		share: (shared: boolean) => edit.mutate({ revision, shared }, then(shared ? "shared" : "unshared")),
		pin: (pinned: boolean) => pinning.mutate(pinned, then(pinned ? "pinned" : "unpinned")),
		remove: () => removal.mutate(undefined, then("deleted")),
	};
}
