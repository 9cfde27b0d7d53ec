/** How many API tokens of one person may work at the same time; the database counts too (`app.guard_api_tokens`). */
export const maxTokens = 20;
