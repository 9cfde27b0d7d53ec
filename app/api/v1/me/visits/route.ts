import { enterAsOperator } from "@/lib/account/data";
import { startVisit, visit } from "@/lib/account/schema";
import { methodsBesides } from "@/lib/api/methods";
import { userRoute } from "@/lib/api/user-route";

export const POST = userRoute({
	summary:
		"Visit a server as an operator of this instance, for a limited time and with a reason that the server sees",
	body: startVisit,
	response: visit,
	status: 201,
	handler: ({ user, body }) => enterAsOperator(user, body),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("POST");
