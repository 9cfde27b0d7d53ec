import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

/** Two days as `YYYY-MM-DD`, both included; empty for open ends. */
export type DateRange = { from: string; to: string };

type DateRangeInputProps = {
	/** Makes the ids. */
	id: string;
	value: DateRange;
	onValueChange: (range: DateRange) => void;
	labels: { from: string; to: string };
	/** The last day that can be chosen. */
	max?: string;
};

/** First and last day of a range with the platform's own calendar; each end limits the other. */
export function DateRangeInput({ id, value, onValueChange, labels, max }: DateRangeInputProps) {
	return (
		<div className="grid grid-cols-2 gap-2">
			<div className="flex flex-col gap-1">
				<Label htmlFor={`${id}-from`}>{labels.from}</Label>
				<Input
					id={`${id}-from`}
					type="date"
					value={value.from}
					max={value.to || max}
					onChange={(event) => onValueChange({ ...value, from: event.target.value })}
				/>
			</div>
			<div className="flex flex-col gap-1">
				<Label htmlFor={`${id}-to`}>{labels.to}</Label>
				<Input
					id={`${id}-to`}
					type="date"
					value={value.to}
					min={value.from}
					max={max}
					onChange={(event) => onValueChange({ ...value, to: event.target.value })}
				/>
			</div>
		</div>
	);
}
