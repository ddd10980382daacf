import { type ErrorDefinition, failuresOf } from "../../platform/errors.ts";

export const tenancyErrors = {
  "tenancy.slug_taken": { kind: "CONFLICT", message: "The short name {slug} is taken. Choose another one." },
  "tenancy.sandbox_exists": { kind: "CONFLICT", message: "This site has a sandbox already." },
  "tenancy.sandbox_of_sandbox": {
    kind: "CONFLICT",
    message: "A sandbox has no sandbox of its own. Switch to the live site first.",
  },
  "tenancy.key_ended": {
    kind: "CONFLICT",
    message: "This key was revoked or has expired. Create a new one.",
  },
  "tenancy.domain_exists": { kind: "CONFLICT", message: "The site has the domain {domain} already." },
  "tenancy.too_many_domains": {
    kind: "CONFLICT",
    message: "A site has at most {most} domains. Remove one first.",
  },
  "tenancy.usage_limit": {
    kind: "PAYMENT_REQUIRED",
    message:
      "The site's plan allows {limit} ({metric}), and {used} are used. Its team can choose a larger plan.",
  },
  "tenancy.plan_names_tessera": {
    kind: "PAYMENT_REQUIRED",
    message:
      "On the site's plan, widgets and mails say that Tessera is behind them. A larger plan can leave that out.",
  },
  "tenancy.trial_used": {
    kind: "CONFLICT",
    message: "The module {module} was tried already. A trial is given once.",
  },
  "tenancy.licensed_already": {
    kind: "CONFLICT",
    message: "The site has a licence for the module {module} already.",
  },
  "tenancy.licensed_for_life": {
    kind: "CONFLICT",
    message: "The site has the module {module} for good. There is nothing more to get.",
  },
  "tenancy.not_licensed": { kind: "CONFLICT", message: "The site has no licence for the module {module}." },
} as const satisfies Record<string, ErrorDefinition>;

export const failure = failuresOf(tenancyErrors);
