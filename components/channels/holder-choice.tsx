"use client";

import { useTranslations } from "next-intl";
import { MemberPicker } from "@/components/discord/member-picker";
import { RoleDot } from "@/components/discord/role-pill";
import { useUrlState } from "@/components/layout/use-url-state";
import { Combobox } from "@/components/ui/combobox";

type HolderChoiceProps = {
	guildId: string;
	roles: readonly { id: string; name: string; colour: number }[];
	/** The chosen member, when there is one. */
	member: { id: string; name: string } | null;
};

/** Whose permissions are explained: one role or one member; the choice is in the address. */
export function HolderChoice({ guildId, roles, member }: HolderChoiceProps) {
	const t = useTranslations("channels.access");
	const url = useUrlState();
	return (
		<div className="grid w-full max-w-xl grid-cols-2 gap-2">
			<Combobox
				label={t("role")}
				placeholder={t("role")}
				value={url.get("member") ? "" : url.get("role") || guildId}
				onValueChange={(role) => url.set({ role, member: null })}
				options={roles.map((role) => ({
					value: role.id,
					label: role.name,
					icon: <RoleDot colour={role.colour} />,
				}))}
			/>
			<MemberPicker
				guildId={guildId}
				label={t("member")}
				placeholder={t("member")}
				value={url.get("member")}
				known={[member]}
				onChoose={(id) => url.set({ member: id, role: null })}
			/>
		</div>
	);
}
