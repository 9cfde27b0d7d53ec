import type { ReactNode } from "react";

type Option<V extends string> = { value: V; label: ReactNode; help?: ReactNode; disabled?: boolean };

type RadioGroupProps<V extends string> = {
	/** The form name; also makes the ids. */
	name: string;
	legend: ReactNode;
	options: Option<V>[];
	value?: V | undefined;
	defaultValue?: V | undefined;
	onValueChange?: (value: V) => void;
};

/** One of a few, all visible. Arrow keys move between the options. */
export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
	const { name, legend, options, value, defaultValue, onValueChange } = props;
	const controlled = value !== undefined;
	return (
		<fieldset className="flex flex-col gap-2">
			<legend className="mb-1.5 font-medium text-sm">{legend}</legend>
			{options.map((option) => (
				<label key={option.value} className="flex items-start gap-2">
					<input
						type="radio"
						name={name}
						value={option.value}
						disabled={option.disabled}
						{...(controlled
							? { checked: value === option.value }
							: { defaultChecked: defaultValue === option.value })}
						{...(onValueChange ? { onChange: () => onValueChange(option.value) } : {})}
						className="mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-field bg-surface checked:border-[5px] checked:border-accent-fill disabled:opacity-50"
					/>
					<span className="flex flex-col">
						<span>{option.label}</span>
						{option.help ? <span className="text-muted text-xs">{option.help}</span> : null}
					</span>
				</label>
			))}
		</fieldset>
	);
}
