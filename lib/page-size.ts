import { z } from "zod";

/** Rows of a list's page where nobody asks for another number. */
export const PAGE_SIZE = 50;

/** How many rows of a list are asked for. */
export const pageLimit = z.coerce.number().int().min(1).max(100).default(PAGE_SIZE);
