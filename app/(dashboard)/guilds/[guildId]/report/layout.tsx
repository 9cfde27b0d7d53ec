import { guildSection } from "@/lib/auth/guild-page";

export default guildSection("overview.read");
