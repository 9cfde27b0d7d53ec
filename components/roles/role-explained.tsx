import { useTranslations } from "next-intl";
import { ChannelSelect } from "@/components/discord/channel-select";
import { PermissionList } from "@/components/discord/permission-list";
import type { ChannelRef } from "@/components/discord/types";
import type { ExplainedPermissions } from "@/lib/roles/explain";

type RoleExplainedProps = { explained: ExplainedPermissions; channels: readonly ChannelRef[] };

/** What someone with this role and no other may do, in the server or in one channel. */
export function RoleExplained({ explained, channels }: RoleExplainedProps) {
	const t = useTranslations("roles.detail");
	return (
		<>
			<div className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
				<ChannelSelect
					channels={channels}
					label={t("where")}
					placeholder={t("wholeServer")}
					className="w-64 max-md:w-full"
				/>
				<p className="text-muted text-sm">
					{explained.channel ? t("inChannel", { name: explained.channel.name }) : t("inServer")}
				</p>
			</div>
			<PermissionList
				verdicts={explained.verdicts}
				roleNames={explained.roleNames}
				channelType={explained.channel?.type ?? null}
			/>
		</>
	);
}
