import { EyeOff, Hourglass, LayoutPanelTop, MousePointerClick } from "lucide-react";
import { useTranslations } from "next-intl";
import { Markdown } from "@/components/discord/markdown";
import type { Resolve } from "@/components/discord/types";
import { Badge } from "@/components/ui/badge";
import type { ExecutionDetail } from "@/lib/commands/schema";

type ExecutionAnswerProps = { guildId: string; cdn: string | null; execution: ExecutionDetail };

/** The bot's response, as Discord shows it, and what else was in it. */
export function ExecutionAnswer({ guildId, cdn, execution }: ExecutionAnswerProps) {
	const t = useTranslations("commands.detail");
	const { response, embeds, components, deferred, ephemeral } = execution;
	return (
		<div className="flex flex-col gap-2">
			{response ? (
				<div className="rounded-md border border-border bg-background p-3 text-sm">
					<Markdown text={response} resolve={resolveFor(guildId, cdn, execution)} />
				</div>
			) : (
				<p className="text-muted text-sm">{t("noAnswer")}</p>
			)}
			<div className="flex flex-wrap gap-1.5">
				{ephemeral ? (
					<Badge title={t("ephemeralMeaning")}>
						<EyeOff aria-hidden />
						{t("ephemeral")}
					</Badge>
				) : null}
				{deferred ? (
					<Badge title={t("deferredMeaning")}>
						<Hourglass aria-hidden />
						{t("deferred")}
					</Badge>
				) : null}
				{embeds > 0 ? (
					<Badge>
						<LayoutPanelTop aria-hidden />
						{t("embeds", { count: embeds })}
					</Badge>
				) : null}
				{components > 0 ? (
					<Badge>
						<MousePointerClick aria-hidden />
						{t("components", { count: components })}
					</Badge>
				) : null}
			</div>
		</div>
	);
}

/** The execution's names as the Markdown wants them. */
function resolveFor(guildId: string, cdn: string | null, { names }: ExecutionDetail): Resolve {
	const all = Object.values(names);
	const byId = <T extends { id: string }>(list: T[]) =>
		Object.fromEntries(list.map((item) => [item.id, item]));
	return {
		guildId,
		cdn,
		users: byId(all.filter((named) => named.kind === "user")),
		roles: byId(all.filter((named) => named.kind === "role")),
		channels: byId(all.filter((named) => named.kind === "channel")),
		emojis: {},
	};
}
