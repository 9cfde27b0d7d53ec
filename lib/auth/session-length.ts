/** A session ends after this many seconds without use … */
export const SESSION_IDLE_SECONDS = 7 * 24 * 60 * 60;
/** … and in any case after this many. */
export const SESSION_ABSOLUTE_SECONDS = 30 * 24 * 60 * 60;
