import { UserX } from "lucide-react";
import { useTranslations } from "next-intl";
import { HolderChoice } from "@/components/channels/holder-choice";
import { PermissionList } from "@/components/discord/permission-list";
import { EmptyState } from "@/components/layout/states";
import type { ExplainedPermissions } from "@/lib/roles/explain";

type ChannelAccessProps = {
	guildId: string;
	roles: readonly { id: string; name: string; colour: number }[];
	/** The chosen member, or the role when none is chosen. */
	holder: { kind: "member" | "role"; id: string; name: string };
	/** Null when the chosen one has left or never was here. */
	explained: ExplainedPermissions | null;
	channelType: string;
};

/** What a chosen role or member may do in a channel, each permission with what decides it. */
export function ChannelAccess({ guildId, roles, holder, explained, channelType }: ChannelAccessProps) {
	const t = useTranslations("channels.access");
	return (
		<>
			<div className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
				<HolderChoice guildId={guildId} roles={roles} member={holder.kind === "member" ? holder : null} />
				{explained ? (
					<p className="text-muted text-sm">
						{t(holder.kind === "member" ? "ofMember" : "ofRole", { name: holder.name })}
					</p>
				) : null}
			</div>
			{explained ? (
				<PermissionList
					verdicts={explained.verdicts}
					roleNames={explained.roleNames}
					channelType={channelType}
				/>
			) : (
				<EmptyState icon={UserX} title={t("nobody")} reason={t("nobodyReason")} />
			)}
		</>
	);
}
