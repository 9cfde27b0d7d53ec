"use client";

import "@/styles/globals.css";
import { ErrorPage } from "@/components/layout/error-page";

/** Replaces the root layout when that itself has failed. */
export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
	return (
		<html lang="en" className="system">
			<body>
				<ErrorPage {...props} />
			</body>
		</html>
	);
}
