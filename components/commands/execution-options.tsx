import { useTranslations } from "next-intl";
import { NamedThing } from "@/components/discord/named-thing";
import { usedOptions } from "@/lib/commands/options";
import type { ExecutionDetail } from "@/lib/commands/schema";
import type { Names } from "@/lib/guilds/schema";

type ExecutionOptionsProps = {
	guildId: string;
	cdn: string | null;
	execution: Pick<ExecutionDetail, "options" | "values" | "form" | "names">;
};

/** What was typed or chosen, with names for ids; what no table can show follows as JSON. */
export function ExecutionOptions({ guildId, cdn, execution }: ExecutionOptionsProps) {
	const t = useTranslations("commands.detail");
	const { options, values, form, names } = execution;
	const { path, used } = usedOptions(options);
	const rest = [values, form].filter((value) => value !== null && value !== undefined);
	if (used.length === 0 && path.length === 0 && rest.length === 0)
		return <p className="text-muted text-sm">{t("noOptions")}</p>;
	return (
		<div className="flex flex-col gap-2">
			{path.length === 0 ? null : (
				<p className="text-sm">
					<span className="text-muted">{t("subcommand")} </span>
					<code className="font-mono text-xs">{path.join(" ")}</code>
				</p>
			)}
			{used.length === 0 ? null : (
				<dl className="overflow-hidden rounded-md border border-border text-sm">
					{used.map(({ name, value }) => (
						<div
							key={name}
							className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3 border-border px-3 py-1.5 not-first:border-t"
						>
							<dt className="break-words font-mono text-muted text-xs leading-5">{name}</dt>
							<dd className="min-w-0 break-words">
								<OptionValue value={value} names={names} guildId={guildId} cdn={cdn} />
							</dd>
						</div>
					))}
				</dl>
			)}
			{rest.map((value) => (
				<pre key={JSON.stringify(value)} className={jsonClass}>
					{JSON.stringify(value, null, 2)}
				</pre>
			))}
		</div>
	);
}

const jsonClass =
	"overflow-x-auto whitespace-pre-wrap break-words rounded-md border border-border bg-background p-3 font-mono text-xs";

type OptionValueProps = { value: unknown; names: Names; guildId: string; cdn: string | null };

function OptionValue({ value, names, guildId, cdn }: OptionValueProps) {
	if (typeof value !== "string") return <code className="font-mono text-xs">{JSON.stringify(value)}</code>;
	const named = names[value];
	return named ? <NamedThing guildId={guildId} named={named} cdn={cdn} /> : value;
}
