import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { cache } from "react";

export const REQUEST_ID_HEADER = "x-request-id";
const SHAPE = /^[A-Za-z0-9-]{8,64}$/;

/** The id under which this request stands in the log, the change log and the error the person sees. */
export const requestId = cache(async (): Promise<string> => {
	const given = (await headers()).get(REQUEST_ID_HEADER);
	return given !== null && SHAPE.test(given) ? given : randomUUID();
});
