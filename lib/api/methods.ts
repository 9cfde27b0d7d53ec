import "server-only";
import { requestId } from "@/lib/auth/request-id";
import { AppError } from "@/lib/errors";
import { requestHeaders } from "@/lib/request-headers";
import { problemResponse } from "./problem";

/** The methods that a route of the API may have. Next answers HEAD from GET. */
export const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof methods)[number];

type Answer = () => Promise<Response>;

/** Answers a method that the route does not have; `spec` distinguishes it from a declared one. */
export type RefusedMethod = Answer & { spec: null };

/**
 * The handlers of a route besides those it declares: 405 as problem JSON with `Allow`, where Next's own answer would
 * be an empty one, and OPTIONS, which would list the refused methods too.
 * @param declared the methods that the route has
 */
export function methodsBesides<M extends Method>(
	...declared: M[]
): Record<Exclude<Method, M>, RefusedMethod> & { OPTIONS: Answer } {
	const heads: string[] = declared.some((method) => method === "GET") ? ["HEAD"] : [];
	const allow = [...declared, ...heads, "OPTIONS"].join(", ");
	const refuse = async () => {
		const detail = `This address takes ${allow}.`;
		const response = problemResponse(new AppError("method_not_allowed", { detail }), await requestId());
		response.headers.set("allow", allow);
		return response;
	};
	const refused: RefusedMethod = Object.assign(refuse, { spec: null });
	const others = Object.fromEntries(methods.map((method) => [method, refused]));
	const options = async () =>
		new Response(null, { status: 204, headers: { allow, [requestHeaders.id]: await requestId() } });
	return { ...(others as Record<Exclude<Method, M>, RefusedMethod>), OPTIONS: options };
}
