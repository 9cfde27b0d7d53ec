import { useTranslations } from "next-intl";
import { isCaseType } from "@/lib/cases/kinds";
import { auditAction } from "@/lib/discord/audit-actions";
import { spelledCommand } from "@/lib/discord/command-name";
import { chosenFilters } from "@/lib/explore/plan";
import type { Definition, Dimension, ExploreGroup, Filter } from "@/lib/explore/schema";

export type ExploreWords = ReturnType<typeof useTranslations<"explore">>;

/** How Explore says its figures in the reader's language. */
export function useExploreWords() {
	const t: ExploreWords = useTranslations("explore");
	/** "Messages by channel". */
	const title = ({ measure, dimension }: Definition) =>
		t(`titles.${dimension}`, { measure: t(`measures.${measure}`) });
	return {
		/** "Messages by channel, only Helpers". */
		fullTitle: (definition: Definition, names: Readonly<Record<string, string>>) => {
			const said = chosenFilters(definition).map((name) =>
				filterWords(name, definition[name] ?? "", names, t),
			);
			if (said.length === 0) return title(definition);
			return t("filtered", { title: title(definition), filters: said.join(" · ") });
		},
		/** What a group is called. */
		group: (group: ExploreGroup, dimension: Dimension) => groupWords(group, dimension, t),
	};
}

function filterWords(
	name: Filter,
	value: string,
	names: Readonly<Record<string, string>>,
	t: ExploreWords,
): string {
	if (name === "kind") return t(`kinds.${value === "bots" ? "bots" : "people"}`);
	if (name === "command") return spelledCommand(value);
	if (name === "caseType") return isCaseType(value) ? t(`caseTypes.${value}`) : (names[value] ?? value);
	return names[value] ?? value;
}

function groupWords(group: ExploreGroup, dimension: Dimension, t: ExploreWords): string {
	const { key, name } = group;
	if (name !== null) return name;
	if (key === "" || key === "0") return t("unknown");
	switch (dimension) {
		case "command":
			return spelledCommand(key);
		case "caseType":
			return isCaseType(key) ? t(`caseTypes.${key}`) : key;
		case "status":
			return isStatus(key) ? t(`statuses.${key}`) : key;
		case "action":
			return readable(/^\d+$/.test(key) ? auditAction(Number(key)).name : key);
		default:
			return key;
	}
}

const statuses = [
	"pending",
	"assigned",
	"resolved",
	"active",
	"completed",
	"forwarded",
	"accepted",
	"denied",
	"withdrawn",
] as const;

function isStatus(key: string): key is (typeof statuses)[number] {
	return statuses.some((status) => status === key);
}

/** `MEMBER_BAN_ADD` as "Member ban add". */
function readable(code: string): string {
	const text = code.toLowerCase().replaceAll("_", " ");
	return text.charAt(0).toUpperCase() + text.slice(1);
}
