"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { GrantDialog } from "@/components/access/grant-dialog";
import { Button } from "@/components/ui/button";

/** Opens the form that lets somebody in. */
export function GrantButton({ guildId, ownLevel }: { guildId: string; ownLevel: number }) {
	const t = useTranslations("access");
	const [isOpen, setOpen] = useState(false);
	return (
		<>
			<Button variant="primary" onClick={() => setOpen(true)}>
				<UserPlus aria-hidden />
				{t("grant")}
			</Button>
			{isOpen ? <GrantDialog guildId={guildId} ownLevel={ownLevel} onClose={() => setOpen(false)} /> : null}
		</>
	);
}
