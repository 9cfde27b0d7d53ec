"use client";

import { type ReactNode, useId } from "react";

type SegmentsProps<V extends string> = {
	/** Names the group; shown above it unless `hideLabel`. */
	label: string;
	hideLabel?: boolean;
	value: V;
	options: readonly { value: V; label: string; icon?: ReactNode }[];
	onValueChange: (value: V) => void;
};

/** A few choices side by side, one of them on; radio buttons underneath. */
export function Segments<V extends string>(props: SegmentsProps<V>) {
	const { label, hideLabel, value, options, onValueChange } = props;
	const name = useId();
	return (
		<fieldset>
			<legend className={hideLabel ? "sr-only" : "mb-1.5 font-medium text-sm"}>{label}</legend>
			<div className="flex rounded-md border border-border bg-background p-0.5">
				{options.map((option) => (
					<label
						key={option.value}
						title={option.label}
						className="flex h-7 flex-1 items-center justify-center gap-1.5 rounded px-2 text-muted text-xs hover:text-text has-checked:bg-surface has-checked:text-text has-checked:shadow-[0_0_0_1px_var(--border)] has-focus-visible:outline-2 has-focus-visible:outline-accent"
					>
						<input
							type="radio"
							name={name}
							checked={option.value === value}
							onChange={() => onValueChange(option.value)}
							className="sr-only"
						/>
						{option.icon}
						<span className={option.icon ? "sr-only" : ""}>{option.label}</span>
					</label>
				))}
			</div>
		</fieldset>
	);
}
