import { useTranslations } from "next-intl";
import { ChannelName } from "@/components/discord/channel-name";
import type { ChannelRef } from "@/components/discord/types";
import { ChoiceFilters } from "../choice-filters";

type SupportFiltersProps = {
	channels: readonly ChannelRef[];
	helpers: readonly { id: string; name: string }[];
};

/** Narrows the figures to a channel, to the tickets of a helper, or both. */
export function SupportFilters({ channels, helpers }: SupportFiltersProps) {
	const t = useTranslations("analytics");
	const support = useTranslations("analytics-support.filters");
	return (
		<ChoiceFilters
			filters={[
				{
					name: "channel",
					label: t("channel.label"),
					all: t("channel.all"),
					options: channels.map((channel) => ({
						value: channel.id,
						label: channel.name,
						icon: <ChannelName channel={{ ...channel, name: "" }} />,
					})),
				},
				{
					name: "assignee",
					label: support("assignee"),
					all: support("everyAssignee"),
					options: helpers.map(({ id, name }) => ({ value: id, label: name })),
				},
			]}
		/>
	);
}
