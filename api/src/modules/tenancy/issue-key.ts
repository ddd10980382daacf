import { wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { actorId } from "../../platform/scope/actor.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { seal } from "../../platform/secrets.ts";
import { makeKey, signingIdOf, signingKeyOf } from "./key-format.ts";
import { ApiKey, type KeyKind } from "./models/api-key.ts";

export const signingKeyBinding = (tenantId: string, keyId: string) => ({
  tenantId,
  purpose: "tenancy.signing_key",
  subject: keyId,
});

/** Adds a key to the scope's tenant. The token in the answer is not stored when it is secret: show it now or never. */
export async function issueKey(
  scope: Scope,
  {
    kind,
    name,
    scopes,
  }: { readonly kind: KeyKind; readonly name: string; readonly scopes: readonly string[] },
): Promise<{ readonly key: ApiKey; readonly token: string }> {
  const { tenant, actor } = scope;
  const { token, hash, hint } = makeKey(kind, tenant);
  const id = newId(wallClock());
  const isSecret = kind === "secret";
  const key = await scope.query(ApiKey).insert({
    id,
    kind,
    name,
    hash,
    hint,
    token: isSecret ? null : token,
    signingId: isSecret ? signingIdOf(hash) : null,
    sealedSigningKey: isSecret
      ? seal(signingKeyOf(token).toString("base64url"), signingKeyBinding(tenant.id, id))
      : null,
    scopes: isSecret ? [...scopes] : [],
    createdBy: `${actor.kind}:${actorId(actor)}`,
  });
  return { key, token };
}
