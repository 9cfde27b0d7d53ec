"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

const item =
	"flex min-h-8 select-none items-center gap-2 rounded px-2 py-1 text-sm outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0";

/** A menu of commands. */
export const DropdownMenu = Radix.Root;
export const DropdownMenuTrigger = Radix.Trigger;
export const DropdownMenuGroup = Radix.Group;
export const DropdownMenuRadioGroup = Radix.RadioGroup;

/** The menu's surface. */
export function DropdownMenuContent({ className, ...props }: ComponentProps<typeof Radix.Content>) {
	return (
		<Radix.Portal>
			<Radix.Content
				align="end"
				sideOffset={4}
				collisionPadding={8}
				className={cn(
					"fade-in z-50 min-w-44 rounded-lg border border-border bg-raised p-1 text-text shadow-overlay",
					className,
				)}
				{...props}
			/>
		</Radix.Portal>
	);
}

type ItemProps = ComponentProps<typeof Radix.Item> & { danger?: boolean };

/** A command; `danger` for what cannot be undone. */
export function DropdownMenuItem({ className, danger, ...props }: ItemProps) {
	return <Radix.Item className={cn(item, danger && "text-danger", className)} {...props} />;
}

/** One of several choices; the chosen one carries a check mark. */
export function DropdownMenuRadioItem({
	className,
	children,
	...props
}: ComponentProps<typeof Radix.RadioItem>) {
	return (
		<Radix.RadioItem className={cn(item, "pr-8", className)} {...props}>
			{children}
			<Radix.ItemIndicator className="ml-auto">
				<Check aria-hidden />
			</Radix.ItemIndicator>
		</Radix.RadioItem>
	);
}

/** A choice that is on or off. */
export function DropdownMenuCheckboxItem({
	className,
	children,
	...props
}: ComponentProps<typeof Radix.CheckboxItem>) {
	return (
		<Radix.CheckboxItem className={cn(item, "pr-8", className)} {...props}>
			{children}
			<Radix.ItemIndicator className="ml-auto">
				<Check aria-hidden />
			</Radix.ItemIndicator>
		</Radix.CheckboxItem>
	);
}

/** The name of a group of items. */
export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof Radix.Label>) {
	return <Radix.Label className={cn("px-2 py-1 font-medium text-muted text-xs", className)} {...props} />;
}

/** A hairline between groups. */
export function DropdownMenuSeparator({ className, ...props }: ComponentProps<typeof Radix.Separator>) {
	return <Radix.Separator className={cn("my-1 h-px bg-border", className)} {...props} />;
}
