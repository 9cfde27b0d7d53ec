import {
	CalendarDays,
	FileText,
	Gavel,
	Hash,
	History,
	KeyRound,
	Link2,
	type LucideIcon,
	MessageSquareText,
	Server,
	Settings2,
	Shield,
	Smile,
	SquareSlash,
	Users,
	Webhook,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { kindOf } from "@/lib/audit/kinds";
import type { AuditEntry, AuditKind } from "@/lib/audit/schema";

const icons: Record<AuditKind, LucideIcon> = {
	members: Users,
	moderation: Gavel,
	messages: MessageSquareText,
	channels: Hash,
	roles: Shield,
	commands: SquareSlash,
	configuration: Settings2,
	access: KeyRound,
	content: FileText,
	server: Server,
	expressions: Smile,
	events: CalendarDays,
	invites: Link2,
	webhooks: Webhook,
};

/** The picture of what an entry is about; the word for screen readers and on hover. */
export function AuditIcon({ entry }: { entry: Pick<AuditEntry, "source" | "action" | "table"> }) {
	const t = useTranslations("audit.kinds");
	const kind = kindOf(entry);
	const Icon = kind === null ? History : icons[kind];
	const word = t(kind ?? "other");
	return (
		<span title={word} className="inline-flex shrink-0">
			<Icon aria-hidden className="size-4 text-muted" />
			<span className="sr-only">{word}: </span>
		</span>
	);
}
