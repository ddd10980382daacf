import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { wallClock } from "../../../platform/clock.ts";
import { requestFailure } from "../../../platform/errors.ts";
import { type CredentialCheck, isTaken } from "../../../platform/providers/credential-check.ts";
import { threePartOperation } from "../../../platform/rpc/operation.ts";
import { failure } from "../errors.ts";
import { Connection } from "../models/connection.ts";
import { type TestCode, withoutSecrets } from "../rules/test-result.ts";
import { type Entered } from "./connection-fields.ts";
import { closeConnectionTasks } from "./connection-tasks.ts";
import { forgetConnections } from "./opened-connections.ts";
import { connectionView, hookUrlOf, lockConnection, presentConnection } from "./present-connection.ts";
import { openValues, secretsIn } from "./sealed-credentials.ts";
import { vendors } from "./vendors/all-vendors.ts";
import { type Vendor } from "./vendors/vendor.ts";

interface PreparedTest {
  readonly id: string;
  readonly version: number;
  readonly vendor: Vendor;
  readonly values: Entered;
  readonly hookUrl: string;
  readonly siteName: string;
}

// Shorter than the operation's deadline, so that a vendor that hangs is an answer like any other.
const patienceMs = 12_000;

export const testConnection = threePartOperation({
  summary:
    "Asks the provider whether it takes the connection's credentials, and says what it answered. A new connection is used from then on.",
  input: z.strictObject({ id: z.uuid() }),
  output: connectionView,
  deadlineMs: patienceMs + 5000,
  async prepare(scope, { id }): Promise<PreparedTest> {
    const connection = await lockConnection(scope, id);
    if (connection.state === "disconnected") throw failure("integrations.disconnected");
    const vendor = vendors[connection.vendor];
    return {
      id,
      version: connection.version,
      vendor,
      values: openValues(scope.tenant.id, connection),
      hookUrl: hookUrlOf(scope.tenant.id, vendor, id) ?? "",
      siteName: scope.tenant.name,
    };
  },
  async call({ vendor, values, hookUrl, siteName }, { signal }): Promise<CredentialCheck> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    const { promise: tooLate, reject } = Promise.withResolvers<never>();
    limit.addEventListener("abort", () => reject(new Error("The provider did not answer in time.")), {
      once: true,
    });
    try {
      return await Promise.race([vendor.check(values, { hookUrl, siteName }, { signal: limit }), tooLate]);
    } catch (refusal) {
      if (!limit.aborted) throw refusal;
      return { code: "unreachable", account: null, detail: "" };
    }
  },
  async finish(scope, { id, version, vendor, values }, { code: answer, account, detail }) {
    const before = await lockConnection(scope, id);
    // Other credentials were entered since: what was heard is not about them.
    if (before.version !== version) throw requestFailure("request.conflict");
    const isOther = isTaken(answer) && isOtherAccount(before, account);
    const code: TestCode = isOther ? "other_account" : answer;
    const isGood = isTaken(answer) && !isOther;
    const after = await scope.query(Connection).patchAndFetchById([scope.tenant.id, id], {
      testedAt: wallClock(),
      testCode: code,
      testDetail: withoutSecrets(detail, secretsIn(vendor, values)),
      ...(isGood && { account: account ?? before.account }),
      ...(isGood && before.state === "new" && { state: "active", version: version + 1 }),
    });
    forgetConnections(scope.tenant.id);
    if (isGood) await closeConnectionTasks(scope, id);
    await audit(scope, {
      action: "integrations.test_connection",
      entity: { kind: "connection", id },
      before: { state: before.state },
      after: { state: after.state, code },
    });
    return presentConnection(scope, after);
  },
});

/** Earlier payments lie in the account they were made in: another one must be another connection. */
const isOtherAccount = (before: Connection, account: string | null): boolean =>
  before.kind === "payments" && before.account !== null && account !== null && before.account !== account;
