import { Check, Minus, X } from "lucide-react";
import { useTranslations } from "next-intl";

export type PermissionState = "allowed" | "denied" | "inherit";

const looks = {
	allowed: { icon: Check, className: "text-good" },
	denied: { icon: X, className: "text-danger" },
	inherit: { icon: Minus, className: "text-muted" },
};

/** One cell of a permission matrix: a sign, and the same in words for who does not see it. */
export function PermissionCell({ state }: { state: PermissionState }) {
	const t = useTranslations("discord");
	const { icon: Icon, className } = looks[state];
	const word = t(`permissionState.${state}`);
	return (
		<span title={word} className={`inline-flex size-6 shrink-0 items-center justify-center ${className}`}>
			<Icon aria-hidden="true" className="size-4" />
			<span className="sr-only">{word}</span>
		</span>
	);
}
