/** Characters that Discord takes in a message. */
export const longestMessage = 2000;
/** Characters that Discord's audit log keeps of a reason. */
export const longestAuditReason = 512;
