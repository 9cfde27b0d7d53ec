import { useTranslations } from "next-intl";
import type { PermissionReason, PermissionVerdict } from "@/lib/discord/effective-permissions";
import { PermissionCell } from "./permission-cell";

type PermissionReasonsProps = {
	verdict: PermissionVerdict;
	/** Names of the roles that reasons point at, by id. */
	roleNames: Readonly<Record<string, string>>;
};

/** Why a permission is there or not, in the order in which Discord applies it; the last line decides. */
export function PermissionReasons({ verdict: { because }, roleNames }: PermissionReasonsProps) {
	const t = useTranslations("discord");
	if (because.length === 0) {
		return <p className="text-muted text-sm">{t("permissionReasons.none")}</p>;
	}
	return (
		<ol className="space-y-0.5 text-sm">
			{because.map((reason) => (
				<li key={`${reason.source} ${reason.id ?? ""} ${reason.effect}`} className="flex items-center gap-1">
					<PermissionCell state={reason.effect === "allow" ? "allowed" : "denied"} />
					<PermissionReasonText reason={reason} roleNames={roleNames} />
				</li>
			))}
		</ol>
	);
}

type PermissionReasonTextProps = { reason: PermissionReason; roleNames: Readonly<Record<string, string>> };

/** One reason in words. */
export function PermissionReasonText({ reason, roleNames }: PermissionReasonTextProps) {
	const t = useTranslations("discord");
	const name = roleNames[reason.id ?? ""] ?? t("names.unknownRole");
	switch (reason.source) {
		case "implicit":
			return t("permissionReasons.implicit", {
				name: t(`permissions.${reason.missing ?? "VIEW_CHANNEL"}`),
			});
		case "overwrite-everyone":
		case "overwrite-role":
		case "overwrite-member":
			return t(`permissionReasons.${reason.source}-${reason.effect}`, { name });
		default:
			return t(`permissionReasons.${reason.source}`, { name });
	}
}
