import { RoleSkeleton } from "@/components/roles/role-skeleton";

export default RoleSkeleton;
