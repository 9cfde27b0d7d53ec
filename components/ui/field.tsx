import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Label } from "@/components/ui/label";
import { cn } from "@/lib/cn";

/** What the control inside a field must carry so that label, help and error belong to it. */
export type FieldControl = {
	id: string;
	"aria-describedby": string | undefined;
	"aria-invalid": true | undefined;
};

type FieldProps = {
	/** Unique on the page; the control's id. */
	id: string;
	label: ReactNode;
	help?: ReactNode;
	error?: string | undefined;
	/** Beside the label, such as "optional" or a changed mark. */
	hint?: ReactNode;
	className?: string;
	children: (control: FieldControl) => ReactNode;
};

/** Label above, help below, error beside its field: `<Field id label>{(control) => <Input {...control} />}</Field>`. */
export function Field({ id, label, help, error, hint, className, children }: FieldProps) {
	const describedBy = [help ? `${id}-help` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
	return (
		<div className={cn("flex flex-col gap-1.5", className)}>
			<div className="flex items-baseline justify-between gap-2">
				<Label htmlFor={id}>{label}</Label>
				{hint ? <span className="text-muted text-xs">{hint}</span> : null}
			</div>
			{children({
				id,
				"aria-describedby": describedBy || undefined,
				"aria-invalid": error ? true : undefined,
			})}
			{error ? (
				<p id={`${id}-error`} className="flex items-start gap-1 text-danger text-sm">
					<CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
					{error}
				</p>
			) : null}
			{help ? (
				<p id={`${id}-help`} className="text-muted text-xs">
					{help}
				</p>
			) : null}
		</div>
	);
}
