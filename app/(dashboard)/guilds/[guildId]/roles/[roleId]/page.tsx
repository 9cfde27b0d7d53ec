import { Messages } from "@/components/layout/messages";
import { RoleDetail } from "@/components/roles/role-detail";
import { RoleExplained } from "@/components/roles/role-explained";
import { pageParams } from "@/lib/api/page-params";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { choosableChannels } from "@/lib/channels/data";
import { readRole } from "@/lib/roles/data";
import { explainIfThere } from "@/lib/roles/explain";
import { roleParams, rolePermissionsQuery } from "@/lib/roles/schema";

export default guildPage("roles.read", async ({ guild, params, search }) => {
	const { roleId } = pageParams(roleParams, params);
	const { channel } = pageSearch(rolePermissionsQuery, search);
	const role = await readRole(guild, roleId);
	const explained = await explainIfThere(guild, { role: roleId }, channel);
	return (
		<Messages namespaces={["roles", "discord"]}>
			<RoleDetail guildId={guild.guildId} role={role} />
			<RoleExplained explained={explained} channels={await choosableChannels(guild)} />
		</Messages>
	);
});
