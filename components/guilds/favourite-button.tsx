"use client";

import { useMutation } from "@tanstack/react-query";
import { Star } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/layout/use-problem-text";
import { buttonStyles } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import { cn } from "@/lib/cn";
import { favouriteMutation } from "@/lib/guilds/queries";

type FavouriteButtonProps = { guildId: string; name: string; favourite: boolean };

/** A star that puts a server first in the person's list. */
export function FavouriteButton({ guildId, name, favourite }: FavouriteButtonProps) {
	const t = useTranslations("servers");
	const problemText = useProblemText();
	const router = useRouter();
	const { mutate, isPending, variables } = useMutation(favouriteMutation());
	const shown = isPending ? variables.favourite : favourite;
	const label = t(shown ? "unfavourite" : "favourite", { name });
	const choose = () =>
		mutate(
			{ guildId, favourite: !shown },
			{
				onSuccess: () => router.refresh(),
				onError: (error) => notify({ tone: "danger", title: problemText(error) }),
			},
		);
	return (
		<button
			type="button"
			aria-pressed={shown}
			aria-label={label}
			title={label}
			onClick={choose}
			className={buttonStyles({ variant: "ghost", size: "icon", className: "relative z-10" })}
		>
			<Star aria-hidden className={cn(shown ? "fill-current text-accent" : "text-muted")} />
		</button>
	);
}
