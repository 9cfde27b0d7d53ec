import { initials } from "@/components/layout/initials";
import { cn } from "@/lib/cn";

type GuildIconProps = { name: string; iconUrl: string | null; className?: string };

/** A server's icon, or its initials; decorative, because the name stands beside it. */
export function GuildIcon({ name, iconUrl, className }: GuildIconProps) {
	const shape = cn("size-7 shrink-0 rounded-md", className);
	if (iconUrl) {
		// biome-ignore lint/performance/noImgElement: the CDN already serves the size that is shown
		return <img src={iconUrl} alt="" width={28} height={28} loading="lazy" className={shape} />;
	}
	return (
		<span
			aria-hidden
			className={cn(
				shape,
				"inline-flex items-center justify-center bg-accent-tint font-semibold text-accent text-xs",
			)}
		>
			{initials(name)}
		</span>
	);
}
