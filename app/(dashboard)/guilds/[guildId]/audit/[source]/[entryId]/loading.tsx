import { EntrySkeleton } from "@/components/layout/outlines";

export default EntrySkeleton;
