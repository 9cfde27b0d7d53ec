import { guildSection } from "@/lib/auth/guild-page";

export default guildSection("config.read");
