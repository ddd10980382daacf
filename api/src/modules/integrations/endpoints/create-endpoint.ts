import { audit } from "../../../platform/audit/record.ts";
import { newId } from "../../../platform/ids.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { failure } from "../errors.ts";
import { WebhookEndpoint } from "../models/webhook-endpoint.ts";
import { assertFields, endpointFields } from "./fields.ts";
import { endpointWithSecretView, presentEndpoint } from "./present-endpoint.ts";
import { newSecret, sealSecret } from "./secret.ts";

const most = 20;

export const createEndpoint = operation({
  summary: "Adds an endpoint for webhooks and shows its signing secret, this once.",
  input: endpointFields.partial({ description: true, eventNames: true }),
  output: endpointWithSecretView,
  async run(scope, { url, description = "", eventNames = ["*"] }) {
    assertFields({ url, eventNames });
    const count = await scope.query(WebhookEndpoint).resultSize();
    if (count >= most) throw failure("integrations.too_many_endpoints", { most });
    const id = newId(scope.now);
    const secret = newSecret();
    const endpoint = await scope.query(WebhookEndpoint).insert({
      id,
      url,
      description,
      eventNames,
      secretSealed: sealSecret(scope.tenant, id, secret),
      previousSecretSealed: null,
      previousSecretUntil: null,
      state: "active",
      disabledBecause: null,
      failingSince: null,
    });
    await audit(scope, {
      action: "integrations.create_endpoint",
      entity: { kind: "webhook_endpoint", id },
      after: { url, eventNames },
    });
    return { ...presentEndpoint(endpoint), secret };
  },
});
