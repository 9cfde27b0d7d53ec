import {
	Ban,
	Clock,
	ClockAlert,
	DoorOpen,
	Fingerprint,
	Flag,
	Hourglass,
	Lock,
	LockOpen,
	type LucideIcon,
	TriangleAlert,
	Undo2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { CaseTypeCode } from "@/lib/cases/kinds";
import type { CaseType as Type } from "@/lib/cases/schema";
import { cn } from "@/lib/cn";

const looks: Record<CaseTypeCode, { icon: LucideIcon; className: string }> = {
	WARN: { icon: TriangleAlert, className: "text-warning" },
	TIMEOUT: { icon: Clock, className: "text-warning" },
	UNTIMEOUT: { icon: Undo2, className: "text-good" },
	KICK: { icon: DoorOpen, className: "text-danger" },
	BAN: { icon: Ban, className: "text-danger" },
	TEMPBAN: { icon: Hourglass, className: "text-danger" },
	HACKBAN: { icon: Fingerprint, className: "text-danger" },
	UNBAN: { icon: Undo2, className: "text-good" },
	JAIL: { icon: Lock, className: "text-warning" },
	UNJAIL: { icon: LockOpen, className: "text-good" },
};

const unknown = { icon: ClockAlert, className: "text-muted" };

/** The kind of a case: icon and word, for a server's own types with their severity (1 to 10). */
export function CaseType({ type, className }: { type: Type; className?: string }) {
	const t = useTranslations("cases");
	const { icon: Icon, className: colour } = type.custom
		? { icon: Flag, className: severityColour(type.custom.severity) }
		: type.code
			? looks[type.code]
			: unknown;
	return (
		<span className={cn("inline-flex min-w-0 items-center gap-1.5", className)}>
			<Icon aria-hidden className={cn("size-4 shrink-0", colour)} />
			<span className="truncate">{type.custom?.name ?? (type.code ? t(`types.${type.code}`) : "")}</span>
			{type.custom ? (
				<span
					title={t("severity", { level: type.custom.severity })}
					className="shrink-0 rounded border px-1 text-muted text-xs leading-4"
				>
					<span aria-hidden>{type.custom.severity}</span>
					<span className="sr-only">{t("severity", { level: type.custom.severity })}</span>
				</span>
			) : null}
		</span>
	);
}

function severityColour(severity: number): string {
	if (severity >= 7) return "text-danger";
	return severity >= 3 ? "text-warning" : "text-info";
}
