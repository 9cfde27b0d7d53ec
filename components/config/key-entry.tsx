import { useTranslations } from "next-intl";

type KeyEntryProps = {
	entry: { json: string; description: string | null } | null;
	/** Leaves the description out, where the other side of a change says the same. */
	isValueOnly?: boolean;
};

/** A key's value and description to read, as they are or as a revision keeps them. */
export function KeyEntry({ entry, isValueOnly = false }: KeyEntryProps) {
	const t = useTranslations("config");
	if (entry === null) return <span className="text-muted">{t("notSet")}</span>;
	return (
		<span className="flex min-w-0 flex-col">
			<code className="max-h-80 overflow-y-auto whitespace-pre-wrap break-words font-mono">{entry.json}</code>
			{entry.description && !isValueOnly ? (
				<span className="font-normal text-muted text-xs">{entry.description}</span>
			) : null}
		</span>
	);
}
