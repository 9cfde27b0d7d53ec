import type { Config } from "tailwindcss";

/** Every colour is a variable of styles/globals.css; both themes live there and nowhere else. */
export default {
	content: ["./app/**/*.tsx", "./components/**/*.tsx"],
	darkMode: ["variant", ["&:is(.dark *)", "@media (prefers-color-scheme: dark) { &:is(.system *) }"]],
	theme: {
		colors: {
			transparent: "transparent",
			current: "currentColor",
			white: "#fff",
			black: "#000",
			background: "var(--background)",
			surface: "var(--surface)",
			raised: "var(--raised)",
			hover: "var(--hover)",
			selected: "var(--selected)",
			text: "var(--text)",
			muted: "var(--muted)",
			border: "var(--border)",
			field: "var(--field)",
			accent: {
				DEFAULT: "var(--accent)",
				fill: "var(--accent-fill)",
				tint: "var(--accent-tint)",
				on: "var(--accent-on)",
			},
			good: { DEFAULT: "var(--good)", tint: "var(--good-tint)" },
			warning: { DEFAULT: "var(--warning)", tint: "var(--warning-tint)" },
			danger: { DEFAULT: "var(--danger)", fill: "var(--danger-fill)", tint: "var(--danger-tint)" },
			info: { DEFAULT: "var(--info)", tint: "var(--info-tint)" },
			chart: {
				1: "var(--chart-1)",
				2: "var(--chart-2)",
				3: "var(--chart-3)",
				4: "var(--chart-4)",
				5: "var(--chart-5)",
				6: "var(--chart-6)",
				7: "var(--chart-7)",
				8: "var(--chart-8)",
				previous: "var(--chart-previous)",
				grid: "var(--chart-grid)",
			},
		},
		fontFamily: {
			sans: ["var(--font-geist-sans)", "system-ui", "sans-serif"],
			mono: ["var(--font-geist-mono)", "ui-monospace", "monospace"],
		},
		fontSize: {
			xs: ["0.75rem", "1rem"],
			sm: ["0.8125rem", "1.125rem"],
			base: ["0.875rem", "1.25rem"],
			lg: ["1rem", "1.5rem"],
			xl: ["1.25rem", "1.75rem"],
			"2xl": ["1.5rem", "2rem"],
			"3xl": ["1.875rem", "2.25rem"],
		},
		extend: {
			borderRadius: { DEFAULT: "0.375rem", md: "0.375rem", lg: "0.5rem" },
			boxShadow: { overlay: "var(--shadow-overlay)" },
			maxWidth: { content: "90rem" },
		},
	},
} satisfies Config;
