import { GuildPickerSkeleton } from "@/components/guilds/guild-picker-skeleton";

export default GuildPickerSkeleton;
