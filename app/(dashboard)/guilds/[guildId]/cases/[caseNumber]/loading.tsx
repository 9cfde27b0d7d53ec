import { CaseSkeleton } from "@/components/cases/case-skeleton";

export default CaseSkeleton;
