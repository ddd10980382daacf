import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { aiFor } from "../../../platform/providers/ai/for-tenant.ts";
import { storeForNew } from "../../../platform/files/stores.ts";
import { captchaProviderNameOf } from "../../../platform/providers/captcha/for-tenant.ts";
import { chatsOf } from "../../../platform/providers/chat-hooks/for-tenant.ts";
import { mailProviderNameOf } from "../../../platform/providers/mail/for-tenant.ts";
import { gatewaysFor } from "../../../platform/providers/payments/for-tenant.ts";
import { smsProviderNameOf } from "../../../platform/providers/sms/for-tenant.ts";
import { videoProviderNameOf } from "../../../platform/providers/video/for-tenant.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Connection } from "../models/connection.ts";
import { activeConnections } from "./opened-connections.ts";
import { connectionView, presentConnection } from "./present-connection.ts";
import { type ConnectionKind, connectionKinds } from "./vendors/vendor.ts";

export const listConnections = operation({
  summary:
    "Lists the outside providers the site is connected to, and which provider answers for each purpose.",
  input: z.strictObject({}),
  output: z.object({
    items: z.array(connectionView),
    answering: z.array(
      z.object({
        kind: z.enum(connectionKinds),
        /** `local`, `captured` and `test` are built in; `none` is nobody. */
        provider: z.string(),
        /** Whether the site connected it itself. */
        isOwn: z.boolean(),
      }),
    ),
  }),
  async run(scope) {
    const rows = await scope.read<Connection>`select * from ${Connection} c order by kind, rank, id`;
    const answering = [];
    for (const kind of connectionKinds) {
      const isOwn = (await activeConnections(scope, kind)).length > 0;
      answering.push({ kind, provider: await providerOf[kind](scope), isOwn });
    }
    return { items: rows.map((row) => presentConnection(scope, row)), answering };
  },
});

const providerOf: Readonly<Record<ConnectionKind, (scope: Scope) => Promise<string>>> = {
  payments: async (scope) => (await gatewaysFor(scope))[0]?.gateway.name ?? "none",
  ai: async (scope) => (await aiFor(scope)).name,
  mail: ({ tenant }) => mailProviderNameOf(tenant),
  sms: ({ tenant }) => smsProviderNameOf(tenant),
  chat: async (scope) => (await chatsOf(scope))[0]?.provider.name ?? "none",
  video: videoProviderNameOf,
  captcha: ({ tenant }) => captchaProviderNameOf(tenant),
  files: async (scope) => (await storeForNew(scope)).storage.name,
};
