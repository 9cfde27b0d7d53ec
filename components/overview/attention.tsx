import {
	CircleCheck,
	DatabaseZap,
	Hourglass,
	LifeBuoy,
	type LucideIcon,
	RadioTower,
	Scale,
	TriangleAlert,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Time } from "@/components/layout/time";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { searchString } from "@/lib/api/client";
import { spelledCommand } from "@/lib/discord/command-name";
import type { AttentionItem } from "@/lib/overview/schema";

const icons = {
	tickets: LifeBuoy,
	appeals: Scale,
	expiring: Hourglass,
	failing: TriangleAlert,
	silent: RadioTower,
	strayRows: DatabaseZap,
} as const satisfies Record<AttentionItem["kind"], LucideIcon>;

type AttentionProps = { guildId: string; items: readonly AttentionItem[] };

/** What needs attention now, one line each; says so if there is nothing. */
export function Attention({ guildId, items }: AttentionProps) {
	const t = useTranslations("overview.attention");
	return (
		<Card aria-labelledby="attention">
			<CardHeader id="attention" title={t("title")} />
			<CardBody className="px-2 pt-1 pb-2">
				{items.length === 0 ? (
					<p className="flex items-center gap-2 px-2 py-2 text-muted text-sm">
						<CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
						{t("nothing")}
					</p>
				) : (
					<ul>
						{items.map((item) => (
							<li key={item.kind === "failing" ? `failing ${item.command}` : item.kind}>
								<AttentionLine guildId={guildId} item={item} />
							</li>
						))}
					</ul>
				)}
			</CardBody>
		</Card>
	);
}

function AttentionLine({ guildId, item }: { guildId: string; item: AttentionItem }) {
	const Icon = icons[item.kind];
	const href = hrefOf(guildId, item);
	const line = (
		<>
			<Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
			<span className="min-w-0 flex-1">
				<Sentence item={item} />
			</span>
		</>
	);
	const style = "flex min-h-10 items-start gap-2 rounded-md px-2 py-1.5 text-sm";
	return href === undefined ? (
		<div className={style}>{line}</div>
	) : (
		<Link href={href} className={`${style} hover:bg-hover`}>
			{line}
		</Link>
	);
}

function Sentence({ item }: { item: AttentionItem }) {
	const t = useTranslations("overview.attention");
	switch (item.kind) {
		case "failing":
			return (
				<Said
					what={t("failing", { command: spelledCommand(item.command) })}
					more={t("failures", { errors: item.errors, executions: item.executions })}
				/>
			);
		case "strayRows":
			return <Said what={t("strayRows")} more={item.tables.join(", ")} />;
		case "silent":
			return <Said what={t("silent")} more={t.rich("since", { time: () => <Time value={item.since} /> })} />;
		case "expiring":
			return (
				<Said
					what={t("expiring", { count: item.count })}
					more={t.rich("first", { time: () => <Time value={item.first} /> })}
				/>
			);
		default:
			return (
				<Said
					what={t(item.kind, { count: item.count })}
					more={t.rich("oldest", { time: () => <Time value={item.oldest} /> })}
				/>
			);
	}
}

function Said({ what, more }: { what: string; more: React.ReactNode }) {
	return (
		<>
			<span className="font-medium">{what}</span>
			<span className="block text-muted text-xs">{more}</span>
		</>
	);
}

/** Where the line leads; a silent bot is looked after on Discord, and stray rows by whoever runs the database. */
function hrefOf(guildId: string, item: AttentionItem): string | undefined {
	const guild = `/guilds/${guildId}`;
	switch (item.kind) {
		case "tickets":
			return `${guild}/analytics/support`;
		case "appeals":
			return `${guild}/cases${searchString({ appealed: "1" })}`;
		case "expiring":
			return `${guild}/cases${searchString({ expiring: "1" })}`;
		case "failing":
			return `${guild}/commands/executions${searchString({ command: item.command, outcome: "error", range: "7d" })}`;
		default:
			return undefined;
	}
}
