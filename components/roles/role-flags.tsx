import { AtSign, Bot, ListTree, ShieldAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { hasBit } from "@/lib/discord/permissions";
import type { RoleItem } from "@/lib/roles/schema";

/** What is out of the ordinary about a role, in words. */
export function RoleFlags({ role }: { role: RoleItem }) {
	const t = useTranslations("roles.flags");
	return (
		<span className="flex flex-wrap items-center gap-1">
			{hasBit(role.permissions, "ADMINISTRATOR") ? (
				<Badge tone="warning">
					<ShieldAlert aria-hidden />
					{t("administrator")}
				</Badge>
			) : null}
			{role.isHoisted ? (
				<Badge tone="outline">
					<ListTree aria-hidden />
					{t("hoisted")}
				</Badge>
			) : null}
			{role.isMentionable ? (
				<Badge tone="outline">
					<AtSign aria-hidden />
					{t("mentionable")}
				</Badge>
			) : null}
			{role.isManaged ? (
				<Badge tone="outline">
					<Bot aria-hidden />
					{t("managed")}
				</Badge>
			) : null}
		</span>
	);
}
