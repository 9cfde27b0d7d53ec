import { enterAsOperator } from "@/lib/account/data";
import { startVisit, visit } from "@/lib/account/schema";
import { userRoute } from "@/lib/api/user-route";

export const POST = userRoute({
	summary: "Enter a server as an operator of this instance, for a time and a reason that the server sees",
	body: startVisit,
	response: visit,
	status: 201,
	handler: ({ user, body }) => enterAsOperator(user, body),
});
