"use client";

import { useTranslations } from "next-intl";
import { ChannelName } from "@/components/discord/channel-name";
import type { ChannelRef } from "@/components/discord/types";
import { useUrlState } from "@/components/layout/use-url-state";
import { Combobox } from "@/components/ui/combobox";

type ChannelFilterProps = {
	channels: readonly ChannelRef[];
	/** Parameters of the address that a channel takes the place of. */
	instead?: readonly string[];
};

/** Narrows the figures to a channel, in the address. */
export function ChannelFilter({ channels, instead = [] }: ChannelFilterProps) {
	const t = useTranslations("analytics.channel");
	const url = useUrlState();
	return (
		<Combobox
			label={t("label")}
			placeholder={t("all")}
			value={url.get("channel")}
			onValueChange={(channel) =>
				url.set({ ...Object.fromEntries(instead.map((name) => [name, null])), channel })
			}
			options={channels.map((channel) => ({
				value: channel.id,
				label: channel.name,
				icon: <ChannelName channel={{ ...channel, name: "" }} />,
			}))}
			clearable
			className="w-38"
		/>
	);
}
