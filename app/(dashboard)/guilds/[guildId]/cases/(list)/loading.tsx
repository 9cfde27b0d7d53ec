import { CaseListSkeleton } from "@/components/cases/case-list-skeleton";

export default CaseListSkeleton;
