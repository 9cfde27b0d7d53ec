import { useTranslations } from "next-intl";
import { namePermissions } from "@/lib/discord/permissions";

type CommandPermissionsProps = {
	/** Permission bits as decimal text; null when everyone may. */
	bits: string | null;
	/** Nothing is known about a command that is no longer registered. */
	isRegistered: boolean;
};

/** Who may use a command unless the server decides otherwise. */
export function CommandPermissions({ bits, isRegistered }: CommandPermissionsProps) {
	const t = useTranslations("commands.permissions");
	const discord = useTranslations("discord");
	if (!isRegistered) return <span className="text-muted">–</span>;
	if (bits === null) return <span className="text-muted">{t("everyone")}</span>;
	const names = namePermissions(bits).names.map((name) => discord(`permissions.${name}`));
	const text = names.length === 0 ? t("administrators") : names.join(", ");
	return <span title={text}>{text}</span>;
}
