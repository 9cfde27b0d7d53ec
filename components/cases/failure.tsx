import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { ApiProblem } from "@/lib/api/client";

/** Why a change was refused and what to do about it. */
export function Failure({ error }: { error: Error | null }) {
	const t = useTranslations("cases.failed");
	if (!error) return null;
	const code = error instanceof ApiProblem ? error.code : "other";
	const text = code === "forbidden" || code === "network" ? t(code) : t("other");
	return (
		<p role="alert" className="flex items-start gap-1.5 text-danger text-sm">
			<CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
			<span>
				{t("title")}. {text}
			</span>
		</p>
	);
}
