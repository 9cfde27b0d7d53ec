import { pageParams } from "@/lib/api/page-params";
import { guildThing } from "@/lib/auth/guild-thing";
import { executionParams } from "@/lib/commands/schema";
import { spelledCommand } from "@/lib/discord/command-name";
import { executedCommand } from "@/lib/guilds/thing-names";

/** A use of a command, by what was used; buttons, menus and forms have no name. */
const thing = guildThing("commands.read", "commands.detail.title", async (guild, params) => {
	const command = await executedCommand(guild, pageParams(executionParams, params).executionId);
	return command === "" ? "" : spelledCommand(command);
});

export const generateMetadata = thing.generateMetadata;
export default thing.layout;
