"use client";

import { useTranslations } from "next-intl";
import { ErrorState } from "@/components/layout/states";
import { Button } from "@/components/ui/button";

type SectionErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** A page failed and the frame around it still works: what to do and the number under which the log has the rest. */
export function SectionError({ error, reset }: SectionErrorProps) {
	const t = useTranslations("common");
	return (
		<ErrorState
			requestId={error.digest}
			action={
				<Button variant="primary" onClick={reset}>
					{t("retry")}
				</Button>
			}
		/>
	);
}
