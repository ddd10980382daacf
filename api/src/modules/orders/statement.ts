import { z } from "zod";

/** What somebody says about an order, for the others to read. */
export const statement = z.string().trim().min(1).max(2000);
