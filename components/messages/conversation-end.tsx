import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type ConversationEndProps = {
	label: string;
	/** Said where the channel ends. */
	end: string;
	more: boolean;
	pending: boolean;
	failed: boolean;
	load: () => void;
};

/** One end of a conversation: a button for more, or that there is none. */
export function ConversationEnd({ label, end, more, pending, failed, load }: ConversationEndProps) {
	const t = useTranslations("messages.context");
	return (
		<div className="flex min-h-10 items-center justify-center gap-3 py-1.5 text-muted text-sm">
			{failed ? <span role="alert">{t("failed")}</span> : null}
			{more ? (
				<Button size="sm" aria-disabled={pending} onClick={pending ? undefined : load}>
					{pending ? t("loading") : label}
				</Button>
			) : (
				end
			)}
		</div>
	);
}
