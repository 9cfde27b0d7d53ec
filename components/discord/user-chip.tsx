import { useTranslations } from "next-intl";
import { cn } from "@/lib/cn";
import { Avatar } from "./avatar";
import type { Person } from "./types";

type UserChipProps = {
	person: Person;
	cdn: string | null;
	/** Avatar in CSS pixels. */
	size?: number;
	className?: string;
};

/** A person: picture and name, the id on hover. */
export function UserChip({ person, cdn, size = 20, className }: UserChipProps) {
	const t = useTranslations("discord");
	return (
		<span
			title={t("names.id", { id: person.id })}
			className={cn("inline-flex min-w-0 items-center gap-2", className)}
		>
			<Avatar person={person} cdn={cdn} size={size} />
			<span className="truncate">{person.name}</span>
			{person.isBot && <AppTag />}
		</span>
	);
}

/** Marks a bot, as Discord does. */
export function AppTag({ isWebhook = false }: { isWebhook?: boolean }) {
	const t = useTranslations("discord");
	return (
		<span className="shrink-0 rounded bg-accent-fill px-1 font-medium text-accent-on text-xs leading-4">
			{t(isWebhook ? "message.webhook" : "message.bot")}
		</span>
	);
}
