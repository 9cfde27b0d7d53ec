/** The logo: a hall with three pillars. Decorative; the name is beside it. */
export function Mark({ className }: { className?: string }) {
	return (
		<svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
			<rect width="32" height="32" rx="7" fill="var(--accent-fill)" />
			<path d="M16 6 26 12v2H6v-2z" fill="#fff" />
			<path d="M8 16h3v7H8zM14.5 16h3v7h-3zM21 16h3v7h-3zM6 24.5h20V27H6z" fill="#fff" />
		</svg>
	);
}
