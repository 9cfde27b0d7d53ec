import type { ReactNode } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";

type IconButtonProps = Omit<ButtonProps, "size" | "children" | "aria-label"> & {
	/** Spoken and shown on hover. */
	label: string;
	size?: "icon" | "icon-sm";
	children: ReactNode;
};

/** A square button that shows only an icon and always has a name. */
export function IconButton({ label, size = "icon", variant = "ghost", title, ...props }: IconButtonProps) {
	return <Button {...props} size={size} variant={variant} aria-label={label} title={title ?? label} />;
}
