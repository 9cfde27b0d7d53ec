import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { problemResponse } from "@/lib/api/problem";
import { consume } from "@/lib/api/rate-limit";
import { callerAddress } from "@/lib/auth/caller-address";
import { authOptions } from "@/lib/auth/options";
import { requestId } from "@/lib/auth/request-id";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handler(request: NextRequest, context: Context): Promise<Response> {
	const [action] = (await context.params).nextauth;
	try {
		if (action === "signin" || action === "callback") await consume("signIn", await callerAddress());
		return (await NextAuth(request, context, authOptions(action))) as Response;
	} catch (error) {
		return problemResponse(error, await requestId());
	}
}

export { handler as GET, handler as POST };
