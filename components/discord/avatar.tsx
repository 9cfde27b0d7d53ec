import { cn } from "@/lib/cn";
import { avatarUrl, defaultAvatar } from "@/lib/discord/cdn";
import { Picture } from "./picture";
import type { Person } from "./types";

type AvatarProps = {
	person: Person;
	/** Base address of Discord's CDN; null draws initials. */
	cdn: string | null;
	/** CSS pixels. */
	size?: number;
	className?: string;
};

/** The six colours of people without a picture; each carries white text at 4.5:1 in both themes. */
const colours = [
	"bg-[#4752c4]",
	"bg-[#5c6470]",
	"bg-[#1f7a4d]",
	"bg-[#9a5b00]",
	"bg-[#b3362f]",
	"bg-[#a8327f]",
];

/**
 * A person's picture over their initials, which stay when the picture is gone (old exports name many that are).
 * Decoration: the name is beside it.
 */
export function Avatar({ person, cdn, size = 24, className }: AvatarProps) {
	const { initials, colour } = defaultAvatar(person.id, person.name);
	const src = cdn === null ? null : avatarUrl(cdn, { id: person.id, hash: person.avatar }, { size });
	return (
		<span
			aria-hidden="true"
			className={cn(
				"relative inline-flex shrink-0 select-none items-center justify-center overflow-hidden rounded-full font-medium text-white leading-none",
				colours[colour],
				sizes[size] ?? "size-6",
				size < 32 ? "text-xs" : "text-sm",
				className,
			)}
		>
			{size < 24 ? [...initials][0] : initials}
			{src && (
				<Picture
					src={src}
					alt=""
					width={size}
					height={size}
					className="absolute inset-0 size-full object-cover"
				/>
			)}
		</span>
	);
}

const sizes: Partial<Record<number, string>> = {
	16: "size-4",
	20: "size-5",
	24: "size-6",
	32: "size-8",
	40: "size-10",
	48: "size-12",
	64: "size-16",
	80: "size-20",
};
