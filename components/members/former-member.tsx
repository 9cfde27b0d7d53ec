import { DoorOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/states";

/** Someone who left holds no permissions. */
export function FormerMember() {
	const t = useTranslations("members.permissions");
	return <EmptyState icon={DoorOpen} title={t("former")} reason={t("formerReason")} />;
}
