import { z } from "zod";
import { audit } from "../../platform/audit/record.ts";
import { wallClock } from "../../platform/clock.ts";
import { notFound } from "../../platform/errors.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { hours, plus } from "../../platform/time.ts";
import { forgetKey } from "./directory.ts";
import { failure } from "./errors.ts";
import { issueKey } from "./issue-key.ts";
import { ApiKey } from "./models/api-key.ts";
import { newKeyView, presentKey } from "./present.ts";

export const rollKey = operation({
  summary:
    "Replaces a key by a new one; the old one works for some hours more, so that nothing stands still.",
  input: z.strictObject({
    id: z.uuid(),
    /** Hours the old key still works; 0 ends it at once. */
    overlapHours: z.int().min(0).max(168).default(24),
  }),
  output: newKeyView,
  async run(scope, { id, overlapHours }) {
    const now = wallClock();
    const old = await scope.query(ApiKey).findOne({ id }).forUpdate();
    if (!old) throw notFound();
    if (old.revokedAt || (old.expiresAt && old.expiresAt <= now)) throw failure("tenancy.key_ended");
    const { key, token } = await issueKey(scope, { kind: old.kind, name: old.name, scopes: old.scopes });
    const expiresAt = plus(now, hours(overlapHours));
    await scope.query(ApiKey).where({ id }).patch({ expiresAt, replacedBy: key.id });
    forgetKey(old.hash);
    await audit(scope, {
      action: "tenancy.roll_key",
      entity: { kind: "key", id },
      after: { replacedBy: key.id, expiresAt: expiresAt.toISOString() },
    });
    return { ...presentKey(key), token };
  },
});
