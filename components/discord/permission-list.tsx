import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { isForum, isVoice } from "@/lib/discord/channels";
import type { PermissionVerdict } from "@/lib/discord/effective-permissions";
import {
	isChannelPermission,
	type PermissionCategory,
	type PermissionName,
	permissionCategories,
	permissionsIn,
} from "@/lib/discord/permissions";
import { PermissionCell } from "./permission-cell";
import { PermissionReasons, PermissionReasonText } from "./permission-reasons";

type PermissionListProps = {
	verdicts: Readonly<Record<PermissionName, PermissionVerdict>>;
	/** Names of the roles that reasons point at, by id. */
	roleNames: Readonly<Record<string, string>>;
	/** The stored type of the channel they count in; null for the server as a whole. */
	channelType: string | null;
};

/** Every permission that means something there: whether it is held, what decides it, and all reasons on demand. */
export function PermissionList({ verdicts, roleNames, channelType }: PermissionListProps) {
	const t = useTranslations("discord");
	return (
		<div className="grid items-start gap-x-6 xl:grid-cols-2">
			{inTwoColumns(channelType).map((groups) => (
				<div key={groups[0]?.category} className="min-w-0">
					{groups.map(({ category, names }) => (
						<section key={category} className="mb-4">
							<h2 className="flex h-7 items-center font-semibold text-muted text-xs">
								{t(`permissionCategories.${category}`)}
							</h2>
							<ul className="overflow-hidden rounded-lg border border-border bg-surface">
								{names.map((name) => (
									<li key={name} className="border-border border-b last:border-b-0">
										<Permission name={name} verdict={verdicts[name]} roleNames={roleNames} />
									</li>
								))}
							</ul>
						</section>
					))}
				</div>
			))}
		</div>
	);
}

type Group = { category: PermissionCategory; names: PermissionName[] };

/** Headings with their permissions, each in the column that is the shorter one by then. */
function inTwoColumns(channelType: string | null): [Group[], Group[]] {
	const left: Group[] = [];
	const right: Group[] = [];
	const length = (column: Group[]) => column.reduce((sum, { names }) => sum + names.length + 1, 0);
	for (const category of permissionCategories) {
		const names = shownIn(category, channelType);
		if (names.length > 0) (length(left) <= length(right) ? left : right).push({ category, names });
	}
	return [left, right];
}

type PermissionProps = {
	name: PermissionName;
	verdict: PermissionVerdict;
	roleNames: Readonly<Record<string, string>>;
};

function Permission({ name, verdict, roleNames }: PermissionProps) {
	const t = useTranslations("discord");
	const deciding = verdict.because.at(-1);
	return (
		<details className="group">
			<summary className="flex min-h-8 cursor-pointer list-none items-center gap-2 px-2 py-1 text-sm hover:bg-hover [&::-webkit-details-marker]:hidden">
				<PermissionCell state={verdict.allowed ? "allowed" : "denied"} />
				<span className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-3 max-md:flex-col max-md:items-start">
					<span>{t(`permissions.${name}`)}</span>
					<span className="text-muted text-xs md:ml-auto md:text-right">
						{deciding ? (
							<PermissionReasonText reason={deciding} roleNames={roleNames} />
						) : (
							t("permissionReasons.none")
						)}
					</span>
				</span>
				<ChevronRight
					aria-hidden
					className="size-3.5 shrink-0 text-muted transition-transform group-open:rotate-90"
				/>
			</summary>
			<div className="border-border border-t bg-background px-3 py-2">
				<PermissionReasons verdict={verdict} roleNames={roleNames} />
			</div>
		</details>
	);
}

const everywhere: readonly PermissionCategory[] = ["general", "text", "apps"];
const whereVoice: readonly PermissionCategory[] = [...everywhere, "voice", "events"];

/** A category's channels may be of any kind, so that all permissions mean something there. */
function shownIn(category: PermissionCategory, channelType: string | null): PermissionName[] {
	const names = permissionsIn(category);
	if (channelType === null) return names;
	const headings = isVoice(channelType) ? [...whereVoice, "stage"] : everywhere;
	if (channelType !== "guild_category" && !headings.includes(category)) return [];
	return names.filter(
		(name) => isChannelPermission(name) && !(isForum(channelType) && name === "SEND_TTS_MESSAGES"),
	);
}
