import type { GatewayGuildMembersChunkDispatchData } from "discord-api-types/v10";
import type { LivingGuild, LivingMember } from "../state/types";
import type { MemberRequest } from "./frames";

/** As many members as Discord puts into one chunk. */
const chunkSize = 1_000;

/** The answer to a request for members: at least one chunk, also where nobody was found. */
export function memberChunks(
	guild: LivingGuild,
	request: MemberRequest,
): GatewayGuildMembersChunkDispatchData[] {
	const { found, missing } = findMembers(guild, request);
	const count = Math.max(1, Math.ceil(found.length / chunkSize));
	return Array.from({ length: count }, (_, index) => ({
		guild_id: guild.id,
		members: found.slice(index * chunkSize, (index + 1) * chunkSize),
		chunk_index: index,
		chunk_count: count,
		...(index === 0 && missing.length > 0 && { not_found: missing }),
		...(request.presences && { presences: [] }),
		...(request.nonce !== undefined && { nonce: request.nonce }),
	}));
}

function findMembers(
	guild: LivingGuild,
	request: MemberRequest,
): { found: LivingMember[]; missing: string[] } {
	if (request.user_ids !== undefined) {
		const ids = [request.user_ids].flat();
		return {
			found: ids.flatMap((id) => guild.members.get(id) ?? []),
			missing: ids.filter((id) => !guild.members.has(id)),
		};
	}
	const { query = "", limit = 0 } = request;
	const matching = [...guild.members.values()].filter((member) => startsWith(member, query.toLowerCase()));
	return { found: limit === 0 ? matching : matching.slice(0, Math.min(limit, 100)), missing: [] };
}

const startsWith = ({ nick, user }: LivingMember, query: string) =>
	query === "" || [nick, user.username].some((name) => name?.toLowerCase().startsWith(query));
