"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useProblemText } from "@/components/layout/use-problem-text";
import { Field } from "@/components/ui/field";
import { TimeZonePicker } from "@/components/ui/time-zone-picker";
import { preferencesMutation } from "@/lib/account/queries";

/** The zone in which times outside of servers are shown; inside a server it is the server's. */
export function TimeZoneChoice({ value }: { value: string }) {
	const t = useTranslations("account.preferences");
	const problemText = useProblemText();
	const router = useRouter();
	const [zone, setZone] = useState(value);
	const { mutate, error } = useMutation(preferencesMutation());
	const choose = (next: string) => {
		setZone(next);
		mutate({ timeZone: next }, { onSuccess: () => router.refresh(), onError: () => setZone(value) });
	};
	return (
		<Field
			id="time-zone"
			label={t("timeZone")}
			help={t("timeZoneHelp")}
			error={error ? problemText(error) : undefined}
			className="w-64"
		>
			{(control) => <TimeZonePicker control={control} label={t("timeZone")} value={zone} onChange={choose} />}
		</Field>
	);
}
