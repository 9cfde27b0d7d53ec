"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";

type PaletteEntryProps = {
	href: string;
	/** Distinguishes it from the other entries. */
	value: string;
	/** Shown, but cannot be opened: it answers what the field no longer says. */
	disabled?: boolean;
	onClose: () => void;
	children: ReactNode;
};

/** One place to go to. */
export function PaletteEntry({ href, value, disabled = false, onClose, children }: PaletteEntryProps) {
	const router = useRouter();
	const open = () => {
		onClose();
		router.push(href);
	};
	return (
		<Command.Item
			value={value}
			disabled={disabled}
			onSelect={open}
			className="flex h-9 items-center gap-2 rounded px-2 text-sm data-[selected=true]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted"
		>
			{children}
		</Command.Item>
	);
}

type PaletteGroupProps = { heading: string; children: ReactNode };

/** Places of one kind under their heading. */
export function PaletteGroup({ heading, children }: PaletteGroupProps) {
	return (
		<Command.Group
			heading={heading}
			className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs"
		>
			{children}
		</Command.Group>
	);
}
