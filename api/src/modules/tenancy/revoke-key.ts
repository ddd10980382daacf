import { z } from "zod";
import { audit } from "../../platform/audit/record.ts";
import { wallClock } from "../../platform/clock.ts";
import { notFound } from "../../platform/errors.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { forgetKey } from "./directory.ts";
import { ApiKey } from "./models/api-key.ts";
import { keyView, presentKey } from "./present.ts";

export const revokeKey = operation({
  summary: "Revokes a key for good; every process refuses it within five seconds.",
  input: z.strictObject({ id: z.uuid() }),
  output: keyView,
  async run(scope, { id }) {
    const key = await scope.query(ApiKey).findOne({ id }).forUpdate();
    if (!key) throw notFound();
    if (key.revokedAt) return presentKey(key);
    const revokedAt = wallClock();
    await scope.query(ApiKey).where({ id }).patch({ revokedAt });
    forgetKey(key.hash);
    await audit(scope, {
      action: "tenancy.revoke_key",
      entity: { kind: "key", id },
      after: { revokedAt: revokedAt.toISOString() },
    });
    return presentKey(Object.assign(key, { revokedAt }));
  },
});
