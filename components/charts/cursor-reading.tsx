import type { Readings } from "./chart-cursor";
import type { Stretch } from "./mark";
import { type Spread, xOf } from "./scale";

type BandProps = { marked: Stretch; count: number; spread: Spread };

/** The marked stretch: half a place beyond both its ends, so that it is seen to hold them. */
export function Band({ marked: [first, last], count, spread }: BandProps) {
	const half = 50 / (spread === "slots" ? count : Math.max(1, count - 1));
	const left = Math.max(0, xOf(first, count, spread) - half);
	const right = Math.min(100, xOf(last, count, spread) + half);
	return (
		<span
			className="pointer-events-none absolute inset-y-0 border-accent border-x bg-accent/15"
			style={{ left: `${left}%`, width: `${right - left}%` }}
		/>
	);
}

type ReadingProps = { readings: Readings; index: number; x: number; marked: Stretch | undefined };

/** The hairline and its reading: every series at that place; of a marked stretch, only its range. */
export function Reading({ readings, index, x, marked }: ReadingProps) {
	const side = x > 50 ? { right: `calc(${100 - x}% + 8px)` } : { left: `calc(${x}% + 8px)` };
	return (
		<>
			<span className="pointer-events-none absolute inset-y-0 w-px bg-field" style={{ left: `${x}%` }} />
			<div
				className="pointer-events-none absolute top-0 z-10 w-max max-w-[min(16rem,80%)] rounded border bg-raised px-2.5 py-1.5 text-xs shadow-overlay"
				style={side}
			>
				{marked ? stretchLabel(readings, marked) : <Figures readings={readings} index={index} />}
			</div>
		</>
	);
}

function Figures({ readings: { labels, rows }, index }: { readings: Readings; index: number }) {
	return (
		<>
			<p className="mb-1 text-muted">{labels[index]}</p>
			{rows.map((row) => (
				<p key={row.label} className="flex items-center gap-2">
					<svg width="8" height="8" aria-hidden="true" className="shrink-0">
						<rect width="8" height="8" rx="2" fill={row.colour} />
					</svg>
					<span className="grow">{row.label}</span>
					<span className="pl-3 font-medium">{row.figures[index]}</span>
				</p>
			))}
		</>
	);
}

/** From the first to the last marked place, in their own words. */
export function stretchLabel({ labels }: Readings, [first, last]: Stretch): string {
	return first === last ? (labels[first] ?? "") : `${labels[first]} – ${labels[last]}`;
}
