import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { PermissionName } from "@/lib/discord/permissions";

type PermissionBadgeProps = {
	name: PermissionName;
	/** Left out: only named, neither given nor taken. */
	effect?: "allow" | "deny";
};

/** A permission by its name in Discord; given or taken with sign and word. */
export function PermissionBadge({ name, effect }: PermissionBadgeProps) {
	const t = useTranslations("discord");
	const label = t(`permissions.${name}`);
	if (effect === undefined) {
		return <Badge>{label}</Badge>;
	}
	const isAllowed = effect === "allow";
	return (
		<Badge tone={isAllowed ? "good" : "danger"}>
			{isAllowed ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
			<span className="sr-only">{t(isAllowed ? "permissionState.allowed" : "permissionState.denied")} </span>
			<span className="truncate">{label}</span>
		</Badge>
	);
}
