import { useTranslations } from "next-intl";
import { caseTypes } from "@/lib/cases/kinds";
import { ChoiceFilters } from "../choice-filters";
import { useTypeNames } from "./type-names";

type ModerationFiltersProps = {
	moderators: readonly { id: string; name: string }[];
	/** The server's own types. */
	types: readonly { id: string; name: string }[];
};

/** Narrows the figures to the cases of a moderator, of a type, or both. */
export function ModerationFilters({ moderators, types }: ModerationFiltersProps) {
	const t = useTranslations("analytics-moderation.filters");
	const nameOf = useTypeNames();
	return (
		<ChoiceFilters
			filters={[
				{
					name: "moderator",
					label: t("moderator"),
					all: t("everyModerator"),
					options: moderators.map(({ id, name }) => ({ value: id, label: name })),
				},
				{
					name: "type",
					label: t("type"),
					all: t("everyType"),
					options: [
						...caseTypes.map((key) => ({ value: key as string, label: nameOf({ key, name: null }) })),
						...types.map(({ id, name }) => ({ value: `custom:${id}`, label: name })),
					],
				},
			]}
		/>
	);
}
