import { useTranslations } from "next-intl";
import { isCaseType } from "@/lib/cases/kinds";

/** How a type of case is called: the server's own by the name it gave them. */
export function useTypeNames(): (type: { key: string; name: string | null }) => string {
	const t = useTranslations("cases");
	return ({ key, name }) => name ?? (isCaseType(key) ? t(`types.${key}`) : key);
}
