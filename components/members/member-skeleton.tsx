import { FactsSkeleton } from "@/components/layout/outlines";
import { memberTabs } from "@/lib/members/profile-schema";

/** The outline of a profile. */
export function MemberSkeleton() {
	return <FactsSkeleton tabs={memberTabs.length} />;
}
