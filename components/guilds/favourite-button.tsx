"use client";

import { useMutation } from "@tanstack/react-query";
import { Star } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { buttonStyles } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { favouriteMutation } from "@/lib/guilds/queries";

type FavouriteButtonProps = { guildId: string; name: string; favourite: boolean };

/** A star that puts a server first in the person's list. */
export function FavouriteButton({ guildId, name, favourite }: FavouriteButtonProps) {
	const t = useTranslations("servers");
	const router = useRouter();
	const { mutate, isPending, variables } = useMutation(favouriteMutation());
	const shown = isPending ? variables.favourite : favourite;
	const label = t(shown ? "unfavourite" : "favourite", { name });
	return (
		<button
			type="button"
			aria-pressed={shown}
			aria-label={label}
			title={label}
			onClick={() => mutate({ guildId, favourite: !shown }, { onSuccess: () => router.refresh() })}
			className={buttonStyles({ variant: "ghost", size: "icon", className: "relative z-10" })}
		>
			<Star aria-hidden className={cn(shown ? "fill-current text-accent" : "text-muted")} />
		</button>
	);
}
