import { OverviewSkeleton } from "@/components/overview/overview-skeleton";

export default OverviewSkeleton;
