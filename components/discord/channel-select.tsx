"use client";

import { useUrlState } from "@/components/layout/use-url-state";
import { Combobox } from "@/components/ui/combobox";
import { ChannelName } from "./channel-name";
import type { ChannelRef } from "./types";

type ChannelSelectProps = {
	channels: readonly ChannelRef[];
	label: string;
	placeholder: string;
	className?: string;
};

/** Chooses one channel; the choice is `?channel=` in the address. */
export function ChannelSelect({ channels, label, placeholder, className }: ChannelSelectProps) {
	const url = useUrlState();
	return (
		<Combobox
			label={label}
			placeholder={placeholder}
			value={url.get("channel")}
			onValueChange={(channel) => url.set({ channel })}
			options={channels.map((channel) => ({
				value: channel.id,
				label: channel.name,
				icon: <ChannelName channel={{ ...channel, name: "" }} />,
			}))}
			clearable
			{...(className === undefined ? {} : { className })}
		/>
	);
}
