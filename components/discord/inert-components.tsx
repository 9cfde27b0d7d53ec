import { ChevronDown, ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/lib/cn";
import { CustomEmoji } from "./custom-emoji";
import type { ComponentView } from "./types";

type InertComponentsProps = { components: readonly ComponentView[]; cdn: string | null };

/** What only arranges other components. */
const layout = new Set(["action_row", "container", "section", "separator", "label"]);

/** The buttons, menus and texts of a message as they looked, row by row. They do nothing here and say so. */
export function InertComponents({ components, cdn }: InertComponentsProps) {
	const t = useTranslations("discord");
	const parts = components.filter(({ type }) => !layout.has(type));
	const rows = [...new Set(parts.map(({ row }) => row))];
	return (
		<div title={t("message.inert")} className="space-y-1">
			{rows.map((row) => (
				<div key={row} className="flex flex-wrap gap-1">
					{parts
						.filter((part) => part.row === row)
						.map((part) =>
							part.type === "button" ? (
								<InertButton key={part.key} button={part} cdn={cdn} />
							) : part.type === "text_display" ? (
								<p key={part.key} className="w-full whitespace-pre-wrap">
									{part.label}
								</p>
							) : (
								<InertMenu key={part.key} menu={part} />
							),
						)}
				</div>
			))}
		</div>
	);
}

const styles: Partial<Record<string, string>> = {
	primary: "bg-accent-tint text-accent",
	success: "bg-good-tint text-good",
	danger: "bg-danger-tint text-danger",
};

function InertButton({ button, cdn }: { button: ComponentView; cdn: string | null }) {
	return (
		<span
			className={cn(
				"inline-flex h-7 items-center gap-1.5 rounded px-2.5 font-medium text-xs",
				styles[button.style ?? ""] ?? "bg-hover text-text",
				button.isDisabled && "border border-dashed bg-transparent text-muted",
			)}
		>
			{button.emoji && <CustomEmoji emoji={button.emoji} cdn={cdn} size={16} />}
			{button.label}
			{button.style === "link" && <ExternalLink aria-hidden="true" className="size-3" />}
		</span>
	);
}

function InertMenu({ menu }: { menu: ComponentView }) {
	const t = useTranslations("discord");
	return (
		<span className="inline-flex h-8 w-64 max-w-full items-center justify-between gap-2 rounded border bg-surface px-2.5 text-muted text-xs">
			<span className="truncate">{menu.placeholder ?? menu.label ?? t("message.selectPlaceholder")}</span>
			<ChevronDown aria-hidden="true" className="size-3.5 shrink-0" />
		</span>
	);
}
