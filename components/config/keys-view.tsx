"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfigStatus } from "@/components/config/config-status";
import { KeyDialog } from "@/components/config/key-dialog";
import { KeyTable } from "@/components/config/key-table";
import { KeyUndo } from "@/components/config/key-undo";
import { EmptyState } from "@/components/layout/states";
import { useUrlState } from "@/components/layout/use-url-state";
import { Button } from "@/components/ui/button";
import type { AskedKey } from "@/lib/config/keys-data";
import { keysQuery } from "@/lib/config/keys-queries";
import type { DynamicKeys } from "@/lib/config/keys-schema";
import type { Config } from "@/lib/config/schema";

type KeysViewProps = {
	guildId: string;
	/** Whether the reader may change keys. */
	mayWrite: boolean;
	first: DynamicKeys;
	config: Config;
	/** A revision's change to a key that is to be undone. */
	asked: (AskedKey & { revision: number }) | null;
};

/** Every dynamic key, what the bot knows of them, and the form for one of them or for a new one. */
export function KeysView({ guildId, mayWrite, first, config, asked }: KeysViewProps) {
	const t = useTranslations("config.keys");
	const url = useUrlState();
	const [isAdding, setAdding] = useState(false);
	const { data } = useQuery({ ...keysQuery(guildId, first.revision), initialData: first });
	const open = data.keys.find(({ key }) => key === url.get("key"));
	const form = { guildId, mayWrite, list: data };
	const close = () => {
		setAdding(false);
		url.set({ key: null, undo: null }, "replace");
	};
	const add = mayWrite ? (
		<Button variant="primary" onClick={() => setAdding(true)}>
			<Plus aria-hidden />
			{t("add")}
		</Button>
	) : null;
	return (
		<>
			<div className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 py-2">
				<div className="min-w-0 flex-1 basis-60">
					<ConfigStatus guildId={guildId} config={config} />
				</div>
				{add}
			</div>
			{data.keys.length === 0 ? (
				<EmptyState title={t("empty")} reason={t("emptyReason")} />
			) : (
				<KeyTable keys={data.keys} href={(key) => url.href({ key })} current={open?.key} />
			)}
			{isAdding || open ? <KeyDialog key={open?.key} {...form} stored={open} onClose={close} /> : null}
			{asked && !isAdding && !open ? <KeyUndo {...form} asked={asked} onClose={close} /> : null}
		</>
	);
}
