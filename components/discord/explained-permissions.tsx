import { useTranslations } from "next-intl";
import { ChannelSelect } from "@/components/discord/channel-select";
import { PermissionList } from "@/components/discord/permission-list";
import type { ChannelRef } from "@/components/discord/types";
import type { ExplainedPermissions as Explained } from "@/lib/roles/explain";

type ExplainedPermissionsProps = {
	explained: Explained;
	channels: readonly ChannelRef[];
	/** Whose permissions these are, and where they count. */
	sentence: string;
};

/** What somebody may do, in the server or in one channel, each permission with what decides it. */
export function ExplainedPermissions({ explained, channels, sentence }: ExplainedPermissionsProps) {
	const t = useTranslations("discord.permissionPlace");
	return (
		<>
			<div className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
				<ChannelSelect
					channels={channels}
					label={t("label")}
					placeholder={t("wholeServer")}
					className="w-64 max-md:w-full"
				/>
				<p className="text-muted text-sm">{sentence}</p>
			</div>
			<PermissionList
				verdicts={explained.verdicts}
				roleNames={explained.roleNames}
				channelType={explained.channel?.type ?? null}
			/>
		</>
	);
}
