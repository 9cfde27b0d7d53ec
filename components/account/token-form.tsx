"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/layout/copy-button";
import { useProblemText } from "@/components/layout/use-problem-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { maxTokens } from "@/lib/account/limits";
import { makeTokenMutation } from "@/lib/account/queries";
import { ApiProblem } from "@/lib/api/client";
import { type Level, levelNames } from "@/lib/auth/permissions";

const lifetimes = [7, 30, 90, 365] as const;
const levels = [1, 2, 3, 4, 5, 6] as const satisfies readonly Level[];

const number = (value: FormDataEntryValue | null) => (value ? Number(value) : null);

/** Makes an API token and shows it, once. */
export function TokenForm({ guilds }: { guilds: { id: string; name: string }[] }) {
	const t = useTranslations("account.tokens");
	const problemText = useProblemText();
	const router = useRouter();
	const { mutate, isPending, data, error } = useMutation(makeTokenMutation());
	const nameError =
		error instanceof ApiProblem && error.errors.some((field) => field.path === "name")
			? problemText(error)
			: undefined;
	const isFull = error instanceof ApiProblem && error.code === "limit_reached";
	const submit = (event: React.FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		const form = event.currentTarget;
		const fields = new FormData(form);
		const wanted = {
			name: String(fields.get("name") ?? ""),
			guildId: String(fields.get("guildId") ?? "") || null,
			maxLevel: number(fields.get("maxLevel")),
			expiresInDays: number(fields.get("expiresInDays")),
		};
		mutate(wanted, {
			onSuccess: () => {
				form.reset();
				router.refresh();
			},
		});
	};
	return (
		<form onSubmit={submit} className="flex flex-col gap-3 border-border border-t p-4">
			<TokenFields guilds={guilds} nameError={nameError} />
			<div className="flex flex-wrap items-center gap-3">
				<Button type="submit" variant="primary" disabled={isPending}>
					{t("make")}
				</Button>
				{error && !nameError ? (
					<p role="alert" className="text-danger text-sm">
						{isFull ? t("full", { count: maxTokens }) : problemText(error)}
					</p>
				) : null}
			</div>
			{data ? <MadeToken token={data.token} /> : null}
		</form>
	);
}

type TokenFieldsProps = { guilds: { id: string; name: string }[]; nameError: string | undefined };

function TokenFields({ guilds, nameError }: TokenFieldsProps) {
	const t = useTranslations("account.tokens");
	const level = useTranslations("common.level");
	return (
		<div className="grid gap-3 sm:grid-cols-2">
			<Field id="token-name" label={t("name")} help={t("nameHelp")} error={nameError}>
				{(control) => <Input {...control} name="name" required maxLength={100} autoComplete="off" />}
			</Field>
			<Field id="token-guild" label={t("server")}>
				{(control) => (
					<Select {...control} name="guildId">
						<option value="">{t("anyServer")}</option>
						{guilds.map((guild) => (
							<option key={guild.id} value={guild.id}>
								{guild.name}
							</option>
						))}
					</Select>
				)}
			</Field>
			<Field id="token-level" label={t("level")}>
				{(control) => (
					<Select {...control} name="maxLevel" defaultValue="1">
						{levels.map((value) => (
							<option key={value} value={value}>
								{t("upTo", { level: level(levelNames[value]) })}
							</option>
						))}
						<option value="">{t("anyLevel")}</option>
					</Select>
				)}
			</Field>
			<Field id="token-life" label={t("lifetime")}>
				{(control) => (
					<Select {...control} name="expiresInDays" defaultValue="90">
						{lifetimes.map((days) => (
							<option key={days} value={days}>
								{t("days", { days })}
							</option>
						))}
						<option value="">{t("noEnd")}</option>
					</Select>
				)}
			</Field>
		</div>
	);
}

/** The token, for the only time. */
function MadeToken({ token }: { token: string }) {
	const t = useTranslations("account.tokens");
	return (
		<div role="status" className="rounded-md border border-border bg-accent-tint p-3">
			<p className="text-sm">{t("made")}</p>
			<p className="mt-1 flex items-center gap-2">
				<code className="min-w-0 select-all break-all font-mono text-sm">{token}</code>
				<CopyButton value={token} label={t("title")} />
			</p>
		</div>
	);
}
