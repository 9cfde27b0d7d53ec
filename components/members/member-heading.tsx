import { Crown, Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/discord/avatar";
import { AppTag } from "@/components/discord/user-chip";
import { Snowflake } from "@/components/layout/snowflake";
import { MemberStates } from "@/components/members/member-states";
import { Badge } from "@/components/ui/badge";
import type { MemberProfile } from "@/lib/members/profile-schema";

type MemberHeadingProps = {
	member: MemberProfile;
	cdn: string | null;
	/** In a panel the name is already above. */
	isNameShown?: boolean;
};

/** Who this is: picture, names, id, and what is out of the ordinary. */
export function MemberHeading({ member, cdn, isNameShown = true }: MemberHeadingProps) {
	const t = useTranslations("members.profile");
	const others = [member.displayName, member.username].filter((name) => name && name !== member.name);
	return (
		<header className="flex min-w-0 items-center gap-3 py-2">
			<Avatar person={member} cdn={cdn} size={40} />
			<div className="min-w-0 flex-1">
				<div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
					{isNameShown ? (
						<h1 className="truncate font-semibold text-xl tracking-tight">{member.name}</h1>
					) : null}
					{member.isBot ? <AppTag /> : null}
					{member.isOwner ? (
						<Badge tone="accent">
							<Crown aria-hidden />
							{t("owner")}
						</Badge>
					) : null}
					{member.isPending ? (
						<Badge>
							<Hourglass aria-hidden />
							{t("pending")}
						</Badge>
					) : null}
					<MemberStates member={member} />
				</div>
				<div className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
					{others.map((name) => (
						<span key={name}>{name}</span>
					))}
					<Snowflake id={member.id} />
				</div>
			</div>
		</header>
	);
}
