import { ReportSkeleton } from "@/components/report/report-skeleton";

export default ReportSkeleton;
