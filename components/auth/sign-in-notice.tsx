import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** Why signing in did not work. */
export function SignInNotice({ children }: { children: ReactNode }) {
	return (
		<div role="alert" className="flex gap-2 rounded-md bg-danger-tint p-3 text-danger text-sm">
			<CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
			<p>{children}</p>
		</div>
	);
}
