import { problemResponse } from "@/lib/api/problem";
import { requestId } from "@/lib/auth/request-id";
import { AppError } from "@/lib/errors";

/** Every address from `/api/v1` on that no route has: a program gets JSON, not the page that people get. */
async function notFound(): Promise<Response> {
	return problemResponse(
		new AppError("not_found", { detail: "The API has no such endpoint." }),
		await requestId(),
	);
}

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
