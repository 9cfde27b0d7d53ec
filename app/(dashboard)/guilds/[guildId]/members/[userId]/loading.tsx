import { MemberSkeleton } from "@/components/members/member-skeleton";

export default MemberSkeleton;
