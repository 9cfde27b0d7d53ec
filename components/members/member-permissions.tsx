import { useTranslations } from "next-intl";
import { ExplainedPermissions } from "@/components/discord/explained-permissions";
import type { ChannelRef } from "@/components/discord/types";
import type { ExplainedPermissions as Explained } from "@/lib/roles/explain";

type MemberPermissionsProps = { explained: Explained; channels: readonly ChannelRef[] };

/** What a member may do, in the server or in one channel. */
export function MemberPermissions({ explained, channels }: MemberPermissionsProps) {
	const t = useTranslations("members.permissions");
	const { channel } = explained;
	const sentence = channel ? t("inChannel", { name: channel.name }) : t("inServer");
	return <ExplainedPermissions explained={explained} channels={channels} sentence={sentence} />;
}
