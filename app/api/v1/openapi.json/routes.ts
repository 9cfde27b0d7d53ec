import * as guildSearch from "@/app/api/v1/guilds/[guildId]/search/route";
import * as guilds from "@/app/api/v1/guilds/route";
import * as favourites from "@/app/api/v1/me/favourites/route";
import type { RouteModule } from "@/lib/api/openapi";

/** Every route module below `/api/v1`, by address; tests/http/openapi.test.ts compares the list with the file tree. */
export const routes: Record<string, RouteModule> = {
	"/guilds": guilds,
	"/guilds/{guildId}/search": guildSearch,
	"/me/favourites": favourites,
};
