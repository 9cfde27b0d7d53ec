"use client";

import { Command } from "cmdk";
import { Check, ChevronsUpDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { fieldStyles } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { cn } from "@/lib/cn";

export type ComboboxOption = { value: string; label: string; icon?: ReactNode; detail?: ReactNode };

type ComboboxProps = {
	id?: string;
	/** What is chosen here, for screen readers when there is no `<label>`. */
	label: string;
	placeholder: string;
	options: ComboboxOption[];
	/** The chosen value; empty for none. */
	value: string;
	onValueChange: (value: string) => void;
	/** When given, filtering is the caller's: called with every change of the search text. */
	onSearch?: (text: string) => void;
	loading?: boolean;
	clearable?: boolean;
	disabled?: boolean;
	className?: string;
	"aria-describedby"?: string | undefined;
	"aria-invalid"?: true | undefined;
};

/** Choose one of many by typing; with `onSearch` the options come from the server as you type. */
export function Combobox(props: ComboboxProps) {
	const { id, label, placeholder, options, value, onValueChange, clearable, disabled, className } = props;
	const t = useTranslations("common");
	const [open, setOpen] = useState(false);
	const chosen = options.find((option) => option.value === value);
	const choose = (next: string) => {
		onValueChange(next);
		setOpen(false);
	};
	return (
		<Popover open={open} onOpenChange={setOpen}>
			<span className={cn("relative inline-flex w-full", className)}>
				<PopoverTrigger
					id={id}
					disabled={disabled}
					aria-label={chosen ? `${label}: ${chosen.label}` : label}
					aria-describedby={props["aria-describedby"]}
					aria-invalid={props["aria-invalid"]}
					className={cn(fieldStyles(), "flex h-8 items-center gap-2 text-left", clearable && value && "pr-8")}
				>
					{chosen?.icon}
					<span className={cn("min-w-0 flex-1 truncate", !chosen && "text-muted")}>
						{chosen?.label ?? (value || placeholder)}
					</span>
					{clearable && value ? null : (
						<ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
					)}
				</PopoverTrigger>
				{clearable && value ? (
					<button
						type="button"
						aria-label={t("clearField", { field: label })}
						onClick={() => choose("")}
						className="absolute inset-y-1 right-1 flex w-6 items-center justify-center rounded text-muted hover:bg-hover"
					>
						<X aria-hidden className="size-3.5" />
					</button>
				) : null}
			</span>
			<PopoverContent className="w-(--radix-popover-trigger-width) min-w-64 p-0">
				<ComboboxList {...props} onValueChange={choose} />
			</PopoverContent>
		</Popover>
	);
}

type ListProps = Pick<
	ComboboxProps,
	"label" | "options" | "value" | "onValueChange" | "onSearch" | "loading"
>;

function ComboboxList({ label, options, value, onValueChange, onSearch, loading }: ListProps) {
	const t = useTranslations("common");
	return (
		<Command label={label} shouldFilter={!onSearch} className="flex flex-col">
			<Command.Input
				placeholder={t("search")}
				{...(onSearch ? { onValueChange: onSearch } : {})}
				className="h-9 border-border border-b bg-transparent px-3 text-base outline-none placeholder:text-muted"
			/>
			<Command.List className="max-h-72 overflow-y-auto p-1" aria-busy={loading}>
				<Command.Empty className="px-2 py-3 text-muted text-sm">
					{loading ? t("searching") : t("noMatches")}
				</Command.Empty>
				{options.map((option) => (
					<Command.Item
						key={option.value}
						value={option.value}
						keywords={[option.label]}
						onSelect={() => onValueChange(option.value)}
						className="flex min-h-8 items-center gap-2 rounded px-2 py-1 text-sm data-[selected=true]:bg-hover"
					>
						{option.icon}
						<span className="min-w-0 flex-1 truncate">{option.label}</span>
						{option.detail ? <span className="shrink-0 text-muted text-xs">{option.detail}</span> : null}
						{option.value === value ? <Check aria-hidden className="size-4 shrink-0" /> : null}
					</Command.Item>
				))}
			</Command.List>
		</Command>
	);
}
