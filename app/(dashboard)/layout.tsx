import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";
import { QueryProvider } from "@/components/layout/query-provider";

/** What every page behind the sign-in has in common: the words of the shell and the cache of what re-reads. */
export default function DashboardLayout({ children }: { children: ReactNode }) {
	return (
		<Messages namespaces={["nav"]}>
			<QueryProvider>{children}</QueryProvider>
		</Messages>
	);
}
