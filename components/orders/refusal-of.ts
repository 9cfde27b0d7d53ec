import { ApiProblem } from "@/lib/api/client";
import { type Refusal, refusals } from "@/lib/orders/kinds";

/** Why the server refused to place an order, where it said so. */
export function refusalOf(error: Error | null): Refusal | undefined {
	if (!(error instanceof ApiProblem) || error.code !== "out_of_reach") return undefined;
	return refusals.find((refusal) => error.errors.some(({ message }) => message === refusal));
}
