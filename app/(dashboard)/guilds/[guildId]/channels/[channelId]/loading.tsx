import { ChannelSkeleton } from "@/components/channels/channel-skeleton";

export default ChannelSkeleton;
