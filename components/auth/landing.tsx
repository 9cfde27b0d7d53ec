import { FileClock, LayoutDashboard, type LucideIcon, Settings2, ShieldCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Mark } from "@/components/layout/mark";
import { buttonStyles } from "@/components/ui/button";

const points = [
	{ name: "see", icon: LayoutDashboard },
	{ name: "act", icon: ShieldCheck },
	{ name: "change", icon: Settings2 },
	{ name: "trace", icon: FileClock },
] as const satisfies { name: string; icon: LucideIcon }[];

/** The first page of someone who is not signed in. */
export function Landing({ demo }: { demo: boolean }) {
	const t = useTranslations("auth.landing");
	return (
		<main id="content" className="mx-auto flex min-h-dvh max-w-3xl flex-col justify-center gap-10 px-6 py-16">
			<header className="flex flex-col items-start gap-4">
				<p className="flex items-center gap-2 font-semibold">
					<Mark className="size-8" />
					Guildhall
				</p>
				<h1 className="max-w-xl text-balance font-semibold text-3xl tracking-tight">{t("title")}</h1>
				<p className="max-w-xl text-lg text-muted">{t("lead")}</p>
				<div className="flex flex-wrap items-center gap-3">
					<Link href="/sign-in" className={buttonStyles({ variant: "primary", size: "lg" })}>
						{t("signIn")}
					</Link>
					{demo ? <p className="text-muted text-sm">{t("demo")}</p> : null}
				</div>
			</header>
			<ul className="grid gap-x-10 gap-y-6 border-border border-t pt-8 sm:grid-cols-2">
				{points.map(({ name, icon: Icon }) => (
					<li key={name} className="flex gap-3">
						<Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
						<div>
							<h2 className="font-medium">{t(`points.${name}.title`)}</h2>
							<p className="text-muted text-sm">{t(`points.${name}.text`)}</p>
						</div>
					</li>
				))}
			</ul>
		</main>
	);
}
