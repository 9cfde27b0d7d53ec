import { memberKinds } from "@/lib/analytics/kinds";
import { caseTypes } from "@/lib/cases/kinds";
import { spelledCommand } from "@/lib/discord/command-name";
import type { Definition, Filter, FilterChoices } from "@/lib/explore/schema";
import type { ExploreWords } from "./use-explore-words";

/** A filter on offer: what it is set to, and what it can be set to. */
export type OfferedFilter = {
	name: Filter;
	/** Empty where everything counts. */
	value: string;
	/** Null where there are too many: somebody is looked up by name. */
	options: { value: string; label: string }[] | null;
	/** The chosen person, where they were looked up. */
	chosen: { id: string; name: string } | null;
};

/** The filters of a definition that these figures are kept by, in the reader's words. */
export function offeredFilters(
	definition: Definition,
	offered: readonly Filter[],
	{ options, names }: FilterChoices,
	t: ExploreWords,
): OfferedFilter[] {
	return offered.map((name) => {
		const value = definition[name] ?? "";
		if (name === "member")
			return {
				name,
				value,
				options: null,
				chosen: value ? { id: value, name: names[value] ?? value } : null,
			};
		const listed = [...fixed(name, t), ...(options[name] ?? [])].map((option) =>
			name === "command" ? { ...option, label: spelledCommand(option.value) } : option,
		);
		const isListed = value === "" || listed.some((option) => option.value === value);
		const all = isListed ? listed : [...listed, { value, label: names[value] ?? value }];
		return { name, value, options: all, chosen: null };
	});
}

function fixed(name: Filter, t: ExploreWords): { value: string; label: string }[] {
	if (name === "kind") return memberKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }));
	if (name !== "caseType") return [];
	return caseTypes.map((type) => ({ value: type, label: t(`caseTypes.${type}`) }));
}
