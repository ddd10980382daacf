import { z } from "zod";
import { normaliseZone } from "../../platform/time.ts";
import { siteLocales } from "../tenancy/index.ts";
import { normaliseEmail } from "./rules/email.ts";
import { marketplaceRoles } from "./rules/roles.ts";

/** An e-mail address, in small letters once parsed. */
export const emailInput = z
  .string()
  .max(254)
  .transform(normaliseEmail)
  .pipe(z.email().max(254))
  .meta({ example: "ada@example.com" });

/** A person's name on one line. */
export const nameInput = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\u0000-\u001f\u007f]*$/, "Write the name on one line.");

export const roleInput = z.enum(marketplaceRoles);

export const rolesInput = z.array(roleInput).min(1).max(marketplaceRoles.length);

export const localeInput = z.enum(siteLocales);

/** An IANA time zone under whichever of its names, such as the `Asia/Calcutta` of some browsers; its one current name once parsed. */
export const timeZoneInput = z
  .string()
  .max(64)
  .refine(
    (zone) => normaliseZone(zone) !== undefined,
    "Write a time zone as the tz database names it, such as Europe/Berlin.",
  )
  .transform((zone) => normaliseZone(zone) ?? zone)
  .meta({ example: "Europe/Berlin" });
