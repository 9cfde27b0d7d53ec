import { Picture } from "@/components/discord/picture";
import { initials } from "@/components/layout/initials";
import { cn } from "@/lib/cn";

type GuildIconProps = { name: string; iconUrl: string | null; className?: string };

/** A server's icon, or its initials; decorative, because the name is beside it. */
export function GuildIcon({ name, iconUrl, className }: GuildIconProps) {
	const shape = cn("size-7 shrink-0 rounded-md", className);
	if (iconUrl) {
		return <Picture src={iconUrl} alt="" width={28} height={28} className={shape} />;
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
