import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";

/** The look of a button, also for a link that acts like one: `<Link className={buttonStyles({ variant })}>`. */
export const buttonStyles = cva(
	"inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
	{
		variants: {
			variant: {
				primary: "border-transparent bg-accent-fill text-accent-on hover:brightness-110",
				secondary: "border-border bg-surface text-text hover:bg-hover",
				ghost: "border-transparent bg-transparent text-text hover:bg-hover",
				danger: "border-transparent bg-danger-fill text-white hover:brightness-110",
				"ghost-danger": "border-transparent bg-transparent text-danger hover:bg-danger-tint",
				link: "border-transparent bg-transparent text-accent underline-offset-4 hover:underline",
			},
			size: {
				sm: "h-7 px-2 text-sm",
				md: "h-8 px-3 text-base",
				lg: "h-10 px-4 text-base",
				icon: "size-8",
				"icon-sm": "size-7",
			},
		},
		defaultVariants: { variant: "secondary", size: "md" },
	},
);

export type ButtonProps = ComponentProps<"button"> & VariantProps<typeof buttonStyles>;

/**
 * A button; `type="button"` unless told otherwise, so that none submits a form by accident. `className` adds to its
 * look; to change a colour or a size, choose another variant.
 */
export function Button({ variant, size, className, type = "button", ...props }: ButtonProps) {
	return <button type={type} className={buttonStyles({ variant, size, className })} {...props} />;
}
