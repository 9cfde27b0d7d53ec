import * as fleetLettersExport from "@/app/api/v1/fleet/dead-letters/export/route";
import * as fleet from "@/app/api/v1/fleet/route";
import * as accessExport from "@/app/api/v1/guilds/[guildId]/access/export/route";
import * as accessGrant from "@/app/api/v1/guilds/[guildId]/access/grants/[userId]/route";
import * as accessGrants from "@/app/api/v1/guilds/[guildId]/access/grants/route";
import * as accessOperator from "@/app/api/v1/guilds/[guildId]/access/operators/[userId]/route";
import * as access from "@/app/api/v1/guilds/[guildId]/access/route";
import * as analyticsActivity from "@/app/api/v1/guilds/[guildId]/analytics/activity/route";
import * as analyticsCommands from "@/app/api/v1/guilds/[guildId]/analytics/commands/route";
import * as analyticsGrowth from "@/app/api/v1/guilds/[guildId]/analytics/growth/route";
import * as analyticsHealth from "@/app/api/v1/guilds/[guildId]/analytics/health/route";
import * as analyticsModeration from "@/app/api/v1/guilds/[guildId]/analytics/moderation/route";
import * as analyticsSupport from "@/app/api/v1/guilds/[guildId]/analytics/support/route";
import * as analyticsVoice from "@/app/api/v1/guilds/[guildId]/analytics/voice/route";
import * as auditEntry from "@/app/api/v1/guilds/[guildId]/audit/[source]/[entryId]/route";
import * as auditExport from "@/app/api/v1/guilds/[guildId]/audit/export/route";
import * as guildAudit from "@/app/api/v1/guilds/[guildId]/audit/route";
import * as caseOrders from "@/app/api/v1/guilds/[guildId]/cases/[caseNumber]/orders/route";
import * as guildCase from "@/app/api/v1/guilds/[guildId]/cases/[caseNumber]/route";
import * as casesExport from "@/app/api/v1/guilds/[guildId]/cases/export/route";
import * as guildCases from "@/app/api/v1/guilds/[guildId]/cases/route";
import * as channelMessages from "@/app/api/v1/guilds/[guildId]/channels/[channelId]/messages/route";
import * as channelPermissions from "@/app/api/v1/guilds/[guildId]/channels/[channelId]/permissions/route";
import * as channel from "@/app/api/v1/guilds/[guildId]/channels/[channelId]/route";
import * as channelThreadsExport from "@/app/api/v1/guilds/[guildId]/channels/[channelId]/threads/export/route";
import * as channelThreads from "@/app/api/v1/guilds/[guildId]/channels/[channelId]/threads/route";
import * as channelsExport from "@/app/api/v1/guilds/[guildId]/channels/export/route";
import * as channels from "@/app/api/v1/guilds/[guildId]/channels/route";
import * as execution from "@/app/api/v1/guilds/[guildId]/commands/executions/[executionId]/route";
import * as executionsExport from "@/app/api/v1/guilds/[guildId]/commands/executions/export/route";
import * as executions from "@/app/api/v1/guilds/[guildId]/commands/executions/route";
import * as commandsExport from "@/app/api/v1/guilds/[guildId]/commands/export/route";
import * as guildCommands from "@/app/api/v1/guilds/[guildId]/commands/route";
import * as configKey from "@/app/api/v1/guilds/[guildId]/configuration/keys/[key]/route";
import * as configKeysExport from "@/app/api/v1/guilds/[guildId]/configuration/keys/all/export/route";
import * as configKeys from "@/app/api/v1/guilds/[guildId]/configuration/keys/route";
import * as configRevisionsExport from "@/app/api/v1/guilds/[guildId]/configuration/revisions/export/route";
import * as configRevisions from "@/app/api/v1/guilds/[guildId]/configuration/revisions/route";
import * as configuration from "@/app/api/v1/guilds/[guildId]/configuration/route";
import * as exploreChartPin from "@/app/api/v1/guilds/[guildId]/explore/charts/[chartId]/pin/route";
import * as exploreChart from "@/app/api/v1/guilds/[guildId]/explore/charts/[chartId]/route";
import * as exploreCharts from "@/app/api/v1/guilds/[guildId]/explore/charts/route";
import * as explore from "@/app/api/v1/guilds/[guildId]/explore/route";
import * as live from "@/app/api/v1/guilds/[guildId]/live/route";
import * as memberPermissions from "@/app/api/v1/guilds/[guildId]/members/[userId]/permissions/route";
import * as memberRoles from "@/app/api/v1/guilds/[guildId]/members/[userId]/roles/route";
import * as member from "@/app/api/v1/guilds/[guildId]/members/[userId]/route";
import * as membersExport from "@/app/api/v1/guilds/[guildId]/members/export/route";
import * as members from "@/app/api/v1/guilds/[guildId]/members/route";
import * as messageContext from "@/app/api/v1/guilds/[guildId]/messages/[messageId]/context/route";
import * as messageDeletion from "@/app/api/v1/guilds/[guildId]/messages/[messageId]/deletion/route";
import * as message from "@/app/api/v1/guilds/[guildId]/messages/[messageId]/route";
import * as messagesExport from "@/app/api/v1/guilds/[guildId]/messages/export/route";
import * as messages from "@/app/api/v1/guilds/[guildId]/messages/route";
import * as guildNote from "@/app/api/v1/guilds/[guildId]/notes/[noteNumber]/route";
import * as guildNotes from "@/app/api/v1/guilds/[guildId]/notes/route";
import * as orders from "@/app/api/v1/guilds/[guildId]/orders/route";
import * as overview from "@/app/api/v1/guilds/[guildId]/overview/route";
import * as report from "@/app/api/v1/guilds/[guildId]/report/route";
import * as reportSchedule from "@/app/api/v1/guilds/[guildId]/report/schedule/route";
import * as rolePermissions from "@/app/api/v1/guilds/[guildId]/roles/[roleId]/permissions/route";
import * as rolesExport from "@/app/api/v1/guilds/[guildId]/roles/export/route";
import * as roles from "@/app/api/v1/guilds/[guildId]/roles/route";
import * as guildSearch from "@/app/api/v1/guilds/[guildId]/search/route";
import * as guilds from "@/app/api/v1/guilds/route";
import * as favourites from "@/app/api/v1/me/favourites/route";
import * as preferences from "@/app/api/v1/me/preferences/route";
import * as me from "@/app/api/v1/me/route";
import * as ownSession from "@/app/api/v1/me/sessions/[sessionId]/route";
import * as ownSessions from "@/app/api/v1/me/sessions/route";
import * as token from "@/app/api/v1/me/tokens/[tokenId]/route";
import * as tokens from "@/app/api/v1/me/tokens/route";
import * as visits from "@/app/api/v1/me/visits/route";
import type { RouteModule } from "@/lib/api/openapi";

/** Every route module below `/api/v1`, by address; tests/http/openapi.test.ts compares the list with the file tree. */
export const routes: Record<string, RouteModule> = {
	"/guilds": guilds,
	"/guilds/{guildId}/access": access,
	"/guilds/{guildId}/access/export": accessExport,
	"/guilds/{guildId}/access/grants": accessGrants,
	"/guilds/{guildId}/access/grants/{userId}": accessGrant,
	"/guilds/{guildId}/access/operators/{userId}": accessOperator,
	"/guilds/{guildId}/analytics/commands": analyticsCommands,
	"/guilds/{guildId}/analytics/health": analyticsHealth,
	"/guilds/{guildId}/analytics/moderation": analyticsModeration,
	"/guilds/{guildId}/analytics/support": analyticsSupport,
	"/guilds/{guildId}/analytics/activity": analyticsActivity,
	"/guilds/{guildId}/analytics/growth": analyticsGrowth,
	"/guilds/{guildId}/analytics/voice": analyticsVoice,
	"/guilds/{guildId}/audit": guildAudit,
	"/guilds/{guildId}/audit/export": auditExport,
	"/guilds/{guildId}/audit/{source}/{entryId}": auditEntry,
	"/guilds/{guildId}/configuration": configuration,
	"/guilds/{guildId}/configuration/keys": configKeys,
	"/guilds/{guildId}/configuration/keys/all/export": configKeysExport,
	"/guilds/{guildId}/configuration/keys/{key}": configKey,
	"/guilds/{guildId}/configuration/revisions": configRevisions,
	"/guilds/{guildId}/configuration/revisions/export": configRevisionsExport,
	"/guilds/{guildId}/channels": channels,
	"/guilds/{guildId}/channels/export": channelsExport,
	"/guilds/{guildId}/channels/{channelId}": channel,
	"/guilds/{guildId}/channels/{channelId}/permissions": channelPermissions,
	"/guilds/{guildId}/channels/{channelId}/messages": channelMessages,
	"/guilds/{guildId}/channels/{channelId}/threads": channelThreads,
	"/guilds/{guildId}/channels/{channelId}/threads/export": channelThreadsExport,
	"/guilds/{guildId}/explore": explore,
	"/guilds/{guildId}/explore/charts": exploreCharts,
	"/guilds/{guildId}/explore/charts/{chartId}": exploreChart,
	"/guilds/{guildId}/explore/charts/{chartId}/pin": exploreChartPin,
	"/guilds/{guildId}/live": live,
	"/guilds/{guildId}/members": members,
	"/guilds/{guildId}/members/export": membersExport,
	"/guilds/{guildId}/members/{userId}": member,
	"/guilds/{guildId}/members/{userId}/permissions": memberPermissions,
	"/guilds/{guildId}/members/{userId}/roles": memberRoles,
	"/guilds/{guildId}/cases": guildCases,
	"/guilds/{guildId}/cases/export": casesExport,
	"/guilds/{guildId}/cases/{caseNumber}": guildCase,
	"/guilds/{guildId}/cases/{caseNumber}/orders": caseOrders,
	"/guilds/{guildId}/messages": messages,
	"/guilds/{guildId}/messages/export": messagesExport,
	"/guilds/{guildId}/messages/{messageId}": message,
	"/guilds/{guildId}/messages/{messageId}/context": messageContext,
	"/guilds/{guildId}/messages/{messageId}/deletion": messageDeletion,
	"/guilds/{guildId}/notes": guildNotes,
	"/guilds/{guildId}/notes/{noteNumber}": guildNote,
	"/guilds/{guildId}/orders": orders,
	"/guilds/{guildId}/commands": guildCommands,
	"/guilds/{guildId}/commands/export": commandsExport,
	"/guilds/{guildId}/commands/executions": executions,
	"/guilds/{guildId}/commands/executions/export": executionsExport,
	"/guilds/{guildId}/commands/executions/{executionId}": execution,
	"/guilds/{guildId}/report": report,
	"/guilds/{guildId}/report/schedule": reportSchedule,
	"/guilds/{guildId}/roles": roles,
	"/guilds/{guildId}/roles/export": rolesExport,
	"/guilds/{guildId}/roles/{roleId}/permissions": rolePermissions,
	"/guilds/{guildId}/overview": overview,
	"/guilds/{guildId}/search": guildSearch,
	"/fleet": fleet,
	"/fleet/dead-letters/export": fleetLettersExport,
	"/me": me,
	"/me/favourites": favourites,
	"/me/preferences": preferences,
	"/me/sessions": ownSessions,
	"/me/sessions/{sessionId}": ownSession,
	"/me/tokens": tokens,
	"/me/tokens/{tokenId}": token,
	"/me/visits": visits,
};
