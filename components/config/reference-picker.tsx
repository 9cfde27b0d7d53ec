"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDirectory } from "@/components/config/directory";
import { ChannelName } from "@/components/discord/channel-name";
import { RoleDot } from "@/components/discord/role-pill";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import type { FieldControl } from "@/components/ui/field";
import type { DirectoryChannel } from "@/lib/config/data";

type ReferencePickerProps = {
	control: FieldControl;
	label: string;
	/** The chosen id; empty for none. */
	value: string;
	onChange: (id: string) => void;
};

const gone = <TriangleAlert aria-hidden className="size-4 shrink-0 text-warning" />;

/** A channel to choose, with the picture of its kind and its category. */
export function channelOption(channel: DirectoryChannel): ComboboxOption {
	return {
		value: channel.id,
		label: channel.name,
		icon: channel.isDeleted ? gone : <ChannelName channel={{ ...channel, name: "" }} />,
		detail: channel.parent,
	};
}

/** Chooses one of the server's channels, or none; a deleted one stays shown until another is chosen. */
export function ChannelPicker({ control, label, value, onChange }: ReferencePickerProps) {
	const t = useTranslations("config");
	const { channels, channel } = useDirectory();
	const options = channels.filter(({ id, isDeleted }) => !isDeleted || id === value).map(channelOption);
	return (
		<Combobox
			{...control}
			label={label}
			placeholder={t("chooseChannel")}
			options={
				value === "" || channel(value)
					? options
					: [{ value, label: t("gone.channel", { id: value }), icon: gone }, ...options]
			}
			value={value}
			onValueChange={onChange}
			clearable
		/>
	);
}

/** Chooses one of the server's roles, or none; a deleted one stays shown until another is chosen. */
export function RolePicker({ control, label, value, onChange }: ReferencePickerProps) {
	const t = useTranslations("config");
	const { roles, role } = useDirectory();
	const options = roles
		.filter(({ id, isDeleted }) => !isDeleted || id === value)
		.map(({ id, name, colour, isDeleted }) => ({
			value: id,
			label: name,
			icon: isDeleted ? gone : <RoleDot colour={colour} />,
		}));
	return (
		<Combobox
			{...control}
			label={label}
			placeholder={t("chooseRole")}
			options={
				value === "" || role(value)
					? options
					: [{ value, label: t("gone.role", { id: value }), icon: gone }, ...options]
			}
			value={value}
			onValueChange={onChange}
			clearable
		/>
	);
}
