/** How many API tokens of one person may work at the same time; the database counts too (`app.guard_api_tokens`). */
export const maxTokens = 20;

/** Letters that the reason of an operator's visit has at least; the database asks for as many. */
export const leastReason = 10;
