import type { ReactNode } from "react";

type Base = { name: string; label: string };

/** One thing a list can be filtered by; `name` is its parameter in the address. */
export type FilterField =
	| (Base & { kind: "choice"; options: { value: string; label: string }[]; multiple?: boolean })
	| (Base & { kind: "flag" })
	| (Base & { kind: "text"; placeholder?: string })
	| (Base & { kind: "day" })
	| (Base & {
			/** A picker of the domain's own, such as a member search. */
			kind: "custom";
			render: (value: string, choose: (value: string) => void) => ReactNode;
			/** The chosen value in words, for its chip. */
			describe: (value: string) => string;
	  });

/** A value as its chip says it. */
export function describeFilter(field: FilterField, value: string): string {
	if (field.kind === "flag") return field.label;
	if (field.kind === "custom") return `${field.label}: ${field.describe(value)}`;
	const option = field.kind === "choice" ? field.options.find((item) => item.value === value) : undefined;
	return `${field.label}: ${option?.label ?? value}`;
}

/** An id, also of a server's own kind of case: what it names may have left the options and is still filtered by. */
const id = /^(?:\w+:)?\d{1,20}$/;

/** Whether the list takes that value at all; one that it passes over is no filter and gets no chip. */
export function isFilterValue(field: FilterField, value: string): boolean {
	if (field.kind === "flag") return value === "1";
	if (field.kind === "day") return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
	if (field.kind === "choice") return field.options.some((item) => item.value === value) || id.test(value);
	return field.kind === "text" ? value.trim() !== "" : id.test(value);
}
