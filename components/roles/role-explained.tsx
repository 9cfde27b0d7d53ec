import { useTranslations } from "next-intl";
import { ExplainedPermissions } from "@/components/discord/explained-permissions";
import type { ChannelRef } from "@/components/discord/types";
import type { ExplainedPermissions as Explained } from "@/lib/roles/explain";

type RoleExplainedProps = { explained: Explained; channels: readonly ChannelRef[] };

/** What someone with this role and no other may do, in the server or in one channel. */
export function RoleExplained({ explained, channels }: RoleExplainedProps) {
	const t = useTranslations("roles.detail");
	const { channel } = explained;
	const sentence = channel ? t("inChannel", { name: channel.name }) : t("inServer");
	return <ExplainedPermissions explained={explained} channels={channels} sentence={sentence} />;
}
