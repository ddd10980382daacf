import { z } from "zod";
import { audit } from "../../platform/audit/record.ts";
import { invalidFields } from "../../platform/errors.ts";
import { installedModules } from "../../platform/installed-modules.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { issueKey } from "./issue-key.ts";
import { newKeyView, presentKey } from "./present.ts";

export const createKey = operation({
  summary: "Creates a key. A secret key is shown in this answer alone.",
  input: z.strictObject({
    kind: z.enum(["publishable", "secret"]),
    name: z.string().trim().min(1).max(100),
    /** What a secret key may do; everything when not given. */
    scopes: z.array(z.string().max(100)).min(1).max(100).optional(),
  }),
  output: newKeyView,
  async run(scope, { kind, name, scopes = ["*"] }) {
    refuseUnknownScopes(scopes);
    const { key, token } = await issueKey(scope, { kind, name, scopes });
    await audit(scope, {
      action: "tenancy.create_key",
      entity: { kind: "key", id: key.id },
      after: { kind, name, scopes: key.scopes },
    });
    return { ...presentKey(key), token };
  },
});

function refuseUnknownScopes(scopes: readonly string[]): void {
  const known = new Set(["*", ...installedModules().flatMap((module) => Object.keys(module.permissions))]);
  const unknown = scopes.flatMap((scope, index) =>
    known.has(scope) ? [] : [{ path: ["scopes", index], message: "There is no such permission." }],
  );
  if (unknown.length > 0) throw invalidFields(...unknown);
}
