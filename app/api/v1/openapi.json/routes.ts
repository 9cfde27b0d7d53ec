import type { RouteModule } from "@/lib/api/openapi";

/** Every route module below `/api/v1`, by address; tests/http/openapi.test.ts compares the list with the file tree. */
export const routes: Record<string, RouteModule> = {};
