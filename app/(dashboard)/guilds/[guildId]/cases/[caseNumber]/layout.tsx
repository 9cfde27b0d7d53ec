import { getTranslations } from "next-intl/server";
import { pageParams } from "@/lib/api/page-params";
import { guildThing } from "@/lib/auth/guild-thing";
import { hasCase } from "@/lib/cases/data";
import { caseParams } from "@/lib/cases/schema";
import { AppError } from "@/lib/errors";

/** A case, by its number. */
const thing = guildThing("cases.read", "cases.title", async (guild, params) => {
	const { caseNumber } = pageParams(caseParams, params);
	if (!(await hasCase(guild, caseNumber))) throw new AppError("not_found");
	const t = await getTranslations("cases");
	return t("caseTitle", { number: caseNumber });
});

export const generateMetadata = thing.generateMetadata;
export default thing.layout;
