"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDirectory } from "@/components/config/directory";
import { ChannelReference } from "@/components/config/reference";
import { channelOption } from "@/components/config/reference-picker";
import { Combobox } from "@/components/ui/combobox";
import type { FieldControl } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";

type ChannelListPickerProps = {
	control: FieldControl;
	label: string;
	value: readonly string[];
	onChange: (ids: string[]) => void;
};

/** Chooses any number of channels: those chosen as a list, one more by typing. */
export function ChannelListPicker({ control, label, value, onChange }: ChannelListPickerProps) {
	const t = useTranslations("config");
	const { channels, channel } = useDirectory();
	const others = channels.filter(({ id, isDeleted }) => !isDeleted && !value.includes(id));
	return (
		<div className="flex flex-col gap-1.5">
			{value.length > 0 ? (
				<ul className="divide-y divide-border rounded-md border border-border">
					{value.map((id) => (
						<li key={id} className="flex h-8 items-center justify-between gap-2 pr-0.5 pl-2.5 text-sm">
							<ChannelReference id={id} />
							<IconButton
								label={t("removeChannel", { name: channel(id)?.name ?? id })}
								size="icon-sm"
								onClick={() => onChange(value.filter((other) => other !== id))}
							>
								<X aria-hidden />
							</IconButton>
						</li>
					))}
				</ul>
			) : null}
			<Combobox
				{...control}
				label={label}
				placeholder={t("addChannel")}
				options={others.map(channelOption)}
				value=""
				onValueChange={(id) => onChange([...value, id])}
			/>
		</div>
	);
}
