import { procedure, router } from "../../platform/rpc/procedure.ts";
import { createKey } from "./create-key.ts";
import { createSandbox } from "./create-sandbox.ts";
import { addDomain } from "./domains/add-domain.ts";
import { checkDomain } from "./domains/check-domain.ts";
import { listDomains } from "./domains/list-domains.ts";
import { removeDomain } from "./domains/remove-domain.ts";
import { getSettings } from "./get-settings.ts";
import { getSite } from "./get-site.ts";
import { listKeys } from "./list-keys.ts";
import { revokeKey } from "./revoke-key.ts";
import { rollKey } from "./roll-key.ts";
import { updateSettings } from "./update-settings.ts";

const team = { audience: "staff", module: "core" } as const;
const keys = { ...team, permission: "tenancy.keys" } as const;
const settings = { ...team, permission: "tenancy.settings" } as const;

export const tenancyRouter = router({
  getSite: procedure({
    audience: ["visitor", "staff", "server"],
    module: "core",
    publicSeconds: 5,
    onOwnPages: true,
  }).query(getSite),
  getSettings: procedure({ ...team, permission: "tenancy.view_settings" }).query(getSettings),
  updateSettings: procedure(settings).mutation(updateSettings),
  listKeys: procedure(keys).query(listKeys),
  createKey: procedure({ ...keys, answersSecret: true }).mutation(createKey),
  rollKey: procedure({ ...keys, answersSecret: true }).mutation(rollKey),
  revokeKey: procedure(keys).mutation(revokeKey),
  listDomains: procedure({ ...team, permission: "tenancy.view_settings" }).query(listDomains),
  addDomain: procedure(settings).mutation(addDomain),
  checkDomain: procedure({ ...settings, callsPerMinute: 30 }).threePart(checkDomain),
  removeDomain: procedure(settings).mutation(removeDomain),
  createSandbox: procedure({ ...settings, answersSecret: true }).mutation(createSandbox),
});
