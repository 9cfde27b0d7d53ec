import { FileText, MessageSquareText, MousePointerClick, SquareSlash, User } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/lib/cn";

type CommandNameProps = {
	/** Null where the bot stored none. */
	name: string | null;
	/** The stored text name of a command's kind; null for buttons, menus and forms. */
	type: string | null;
	/** `application_command`, `message_component`, `modal_submit` …; commands when left out. */
	interaction?: string;
	className?: string;
};

const kinds = {
	chat_input: { icon: SquareSlash, key: "slash" },
	user: { icon: User, key: "user" },
	message: { icon: MessageSquareText, key: "message" },
	message_component: { icon: MousePointerClick, key: "component" },
	modal_submit: { icon: FileText, key: "form" },
} as const;

/** What a command is called and of which kind it is: `/ban`, an entry of a menu, a button. */
export function CommandName({ name, type, interaction, className }: CommandNameProps) {
	const t = useTranslations("commands");
	const kind = kindOf(type, interaction);
	const label = t(`kinds.${kind.key}`);
	return (
		<span
			title={label}
			className={cn("inline-flex min-w-0 max-w-full items-center gap-2 align-middle font-medium", className)}
		>
			<kind.icon aria-hidden className="size-4 shrink-0 text-muted" />
			<span className="sr-only">{label} </span>
			<span className="truncate">
				{name === null ? t("unnamed") : kind.key === "slash" ? `/${name}` : name}
			</span>
		</span>
	);
}

/** The icon and the word of a kind; what is new to us is shown as a slash command, by far the most frequent. */
function kindOf(type: string | null, interaction: string | undefined) {
	const stored = type ?? interaction ?? "";
	return stored in kinds ? kinds[stored as keyof typeof kinds] : kinds.chat_input;
}
