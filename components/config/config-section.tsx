"use client";

import { useTranslations } from "next-intl";
import { SettingField } from "@/components/config/setting-field";
import type { ConfigDraft } from "@/components/config/use-config-draft";
import type { SectionName } from "@/components/config/use-fitting-sections";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { Level } from "@/lib/auth/permissions";
import type { SettingName } from "@/lib/config/schema";

type ConfigSectionProps = {
	name: SectionName;
	settings: readonly SettingName[];
	level: Level;
	draft: ConfigDraft;
};

/** One subject's settings, up to three side by side. */
export function ConfigSection({ name, settings, level, draft }: ConfigSectionProps) {
	const t = useTranslations("config.sections");
	const id = `section-${name}`;
	return (
		<Card aria-labelledby={id}>
			<CardHeader id={id} title={t(`${name}.title`)} description={t(`${name}.description`)} />
			<CardBody className="grid gap-x-6 gap-y-4 md:grid-cols-2 xl:grid-cols-3">
				{settings.map((setting) => (
					<SettingField key={setting} name={setting} level={level} draft={draft} />
				))}
			</CardBody>
		</Card>
	);
}
