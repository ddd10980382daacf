import { z } from "zod";

/** What stands behind `#tessera-manage=` in a link out of a mail. */
export const manageToken = z.string().min(1).max(400);
