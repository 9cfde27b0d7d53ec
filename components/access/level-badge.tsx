import { KeyRound, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { type Level, levelNames } from "@/lib/auth/permissions";

/** A level with its number and its name. */
export function LevelBadge({ level }: { level: number }) {
	const t = useTranslations("access");
	const names = useTranslations("common.level");
	if (level === 0)
		return (
			<Badge tone="outline">
				<Lock aria-hidden />
				{t("noLevel")}
			</Badge>
		);
	return (
		<Badge tone={level >= 6 ? "accent" : "neutral"}>
			<KeyRound aria-hidden />
			{t("level", { number: level, name: names(levelNames[level as Level]) })}
		</Badge>
	);
}
