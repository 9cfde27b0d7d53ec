import { useTranslations } from "next-intl";
import { Avatar } from "@/components/discord/avatar";
import { Snowflake } from "@/components/layout/snowflake";
import { Time } from "@/components/layout/time";
import { Badge } from "@/components/ui/badge";
import type { CurrentUser } from "@/lib/auth/session";

/** Who Discord says the person is; nothing of it is changed here. */
export function ProfileCard({ profile, cdn }: { profile: CurrentUser; cdn: string }) {
	const t = useTranslations("account.profile");
	const name = profile.globalName ?? profile.username;
	return (
		<div className="flex items-center gap-4 rounded-lg border border-border bg-surface p-4">
			<Avatar person={{ id: profile.id, name, avatar: profile.avatar }} cdn={cdn} size={48} />
			<div className="min-w-0 flex-1">
				<p className="flex flex-wrap items-center gap-2 font-medium">
					<span className="truncate">{name}</span>
					{profile.isOperator ? <Badge>{t("operator")}</Badge> : null}
				</p>
				<p className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
					<span>@{profile.username}</span>
					<Snowflake id={profile.id} />
				</p>
				{profile.guildsSyncedAt ? (
					<p className="text-muted text-sm">
						{t.rich("synced", { when: () => <Time value={profile.guildsSyncedAt ?? ""} /> })}
					</p>
				) : null}
			</div>
		</div>
	);
}
