import { ExploreSkeleton } from "@/components/analytics/explore/explore-skeleton";

export default ExploreSkeleton;
