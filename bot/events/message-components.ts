import { z } from "zod";
import type { Parts } from "@/bot/rows/part-columns";
import { buttonStyleName, componentTypeName } from "@/lib/discord/components";
import { isSnowflake } from "@/lib/discord/snowflake";

type Cells = Parts["components"][number];

const text = z.string().nullish().catch(null);
const whole = z.number().int().nullish().catch(null);
const media = z.looseObject({ url: text }).nullish().catch(null);

/** Discord adds kinds of components often: whatever has another shape than expected loses that field, not the message. */
const component = z.looseObject({
	type: z.number().int().min(0),
	style: whole,
	custom_id: text,
	label: text,
	content: text,
	url: text,
	disabled: z.boolean().nullish().catch(null),
	placeholder: text,
	min_values: whole,
	max_values: whole,
	options: z.array(z.unknown()).nullish().catch(null),
	items: z.array(z.unknown()).nullish().catch(null),
	media,
	file: media,
	emoji: z.looseObject({ id: text, name: text }).nullish().catch(null),
});
type Component = z.infer<typeof component>;

const nested = z.object({
	components: z.array(z.unknown()).nullish().catch(null),
	accessory: z.unknown().optional(),
	component: z.unknown().optional(),
});

/**
 * The tree of components as rows: a container, a section or a row of buttons, then what is in it. `row_position` counts
 * the outermost ones, `component_position` what is inside one of them, in reading order.
 * @param keepsText whether texts, addresses and choices are kept
 */
export function componentCells(components: readonly unknown[], keepsText: boolean): Cells[] {
	return components.flatMap((outermost, row) =>
		flat(outermost).map((part, index) => cells(part, row, index, keepsText)),
	);
}

/** A component and everything in it, in reading order. */
function flat(value: unknown): Component[] {
	const parsed = component.safeParse(value);
	if (!parsed.success) return [];
	const inner = nested.parse(value);
	const children = [...(inner.components ?? []), inner.component, inner.accessory];
	return [parsed.data, ...children.flatMap(flat)];
}

function cells(part: Component, row: number, index: number, keepsText: boolean): Cells {
	const kept = keepsText ? textsOf(part) : {};
	return {
		component_type: componentTypeName(part.type),
		custom_id: null,
		button_style: part.type === 2 && typeof part.style === "number" ? buttonStyleName(part.style) : null,
		label: null,
		emoji_id: isSnowflake(part.emoji?.id) ? part.emoji.id : null,
		emoji_name: part.emoji?.name,
		url: null,
		disabled: part.disabled ?? false,
		placeholder: null,
		min_values: part.min_values,
		max_values: part.max_values,
		options: null,
		...kept,
		row_position: row,
		component_position: index === 0 ? null : index - 1,
	};
}

function textsOf(part: Component): Partial<Cells> {
	return {
		custom_id: part.custom_id,
		label: part.label ?? part.content,
		url: part.url ?? part.media?.url ?? part.file?.url,
		placeholder: part.placeholder,
		options: part.options ?? part.items,
	};
}
