import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { cache } from "react";
import { requestHeaders } from "@/lib/request-headers";

const SHAPE = /^[A-Za-z0-9-]{8,64}$/;

/** The id of this request in the log, the change log and the error that the person sees; for pages only. */
export const requestId = cache(async (): Promise<string> => requestIdIn(await headers()));

/** The same from a request's headers; a new one each time where they carry none, as those of the API do. */
export function requestIdIn(head: Pick<Headers, "get">): string {
	const given = head.get(requestHeaders.id);
	return given !== null && SHAPE.test(given) ? given : randomUUID();
}
