import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { invalidFields } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { addMember } from "../add-member.ts";
import { isBcrypt } from "../passwords.ts";
import { emailInput, localeInput, nameInput, rolesInput, timeZoneInput } from "../person.ts";
import { memberView, presentMember } from "../present-member.ts";
import { firstRole } from "../settings.ts";

export const createMember = operation({
  summary: "Adds a member, as when people of another system move here.",
  input: z.strictObject({
    email: emailInput,
    name: nameInput,
    /** Privileged roles too. */
    roles: rolesInput.optional(),
    /** Whether it is known that the person reads this mailbox. */
    emailVerified: z.boolean().default(false),
    /** The person's id at the tenant's own server. */
    externalId: z.string().min(1).max(200).optional(),
    /** A bcrypt hash of another system; the person goes on with the password they have. */
    passwordHash: z.string().max(100).optional(),
    locale: localeInput.optional(),
    timeZone: timeZoneInput.optional(),
  }),
  output: memberView,
  async run(scope, { email, name, roles, emailVerified, externalId, passwordHash, locale, timeZone }) {
    if (passwordHash !== undefined && !isBcrypt(passwordHash)) {
      throw invalidFields({
        path: ["passwordHash"],
        message: "Only bcrypt hashes ($2a$, $2b$ or $2y$) can be taken over.",
      });
    }
    const member = await addMember(scope, {
      email,
      isEmailVerified: emailVerified,
      name,
      roles: roles ?? [firstRole(scope.tenant)],
      externalId: externalId ?? null,
      passwordHash: passwordHash ?? null,
      locale: locale ?? null,
      timeZone: timeZone ?? null,
    });
    await audit(scope, {
      action: "identity.create_member",
      entity: { kind: "member", id: member.id },
      after: { roles: member.roles },
    });
    return presentMember(member);
  },
});
