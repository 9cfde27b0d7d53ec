import { guildSection } from "@/lib/auth/guild-page";

export default guildSection("commands.read");
