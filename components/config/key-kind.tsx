import { Braces, CircleOff, Hash, List, type LucideIcon, ToggleLeft, Type } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { KeyKind } from "@/lib/config/key-json";

const icons: Record<KeyKind, LucideIcon> = {
	text: Type,
	number: Hash,
	switch: ToggleLeft,
	list: List,
	object: Braces,
	null: CircleOff,
};

/** What kind of value a dynamic key has. */
export function KeyKindBadge({ kind }: { kind: KeyKind }) {
	const t = useTranslations("config.keys.kinds");
	const Icon = icons[kind];
	return (
		<Badge tone="outline">
			<Icon aria-hidden />
			{t(kind)}
		</Badge>
	);
}
