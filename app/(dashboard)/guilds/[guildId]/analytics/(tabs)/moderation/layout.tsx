import { guildSection } from "@/lib/auth/guild-page";

export default guildSection("cases.read");
