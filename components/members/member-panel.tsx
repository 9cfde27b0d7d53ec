import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PermissionBadge } from "@/components/discord/permission-badge";
import { SidePanel } from "@/components/layout/side-panel";
import { MemberFacts } from "@/components/members/member-facts";
import { MemberHeading } from "@/components/members/member-heading";
import type { PermissionName } from "@/lib/discord/permissions";
import type { MemberProfile } from "@/lib/members/profile-schema";

type MemberPanelProps = {
	guildId: string;
	member: MemberProfile;
	cdn: string | null;
	/** Which of the notable permissions they hold in the server; null for someone who left. */
	can: readonly PermissionName[] | null;
	closeHref: string;
	/** What else the reader may see of them. */
	children?: ReactNode;
};

/** A member, in a panel beside the list: who, since when, what they can do. */
export function MemberPanel({ guildId, member, cdn, can, closeHref, children }: MemberPanelProps) {
	const t = useTranslations("members.panel");
	return (
		<SidePanel title={member.name} closeHref={closeHref} fullHref={`/guilds/${guildId}/members/${member.id}`}>
			<div className="flex flex-col gap-5">
				<MemberHeading member={member} cdn={cdn} isNameShown={false} />
				<MemberFacts guildId={guildId} member={member} />
				{can === null ? null : (
					<section className="flex flex-col gap-2">
						<h3 className="font-semibold text-sm">{t("can")}</h3>
						{can.length === 0 ? (
							<p className="text-muted text-sm">{t("canNothing")}</p>
						) : (
							<ul className="flex flex-wrap gap-1">
								{can.map((name) => (
									<li key={name}>
										<PermissionBadge name={name} />
									</li>
								))}
							</ul>
						)}
					</section>
				)}
				{children}
			</div>
		</SidePanel>
	);
}
