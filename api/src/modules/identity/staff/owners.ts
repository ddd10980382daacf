import { type Scope } from "../../../platform/scope/scope.ts";
import { Membership } from "../models/membership.ts";

/** Somebody who owns a site, as a mail reaches them. */
export interface Owner {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
}

/** The owners of the scope's live tenant whose accounts are in use. */
export const readOwners = (scope: Scope): Promise<Owner[]> =>
  scope.read<Owner>`
    select m.account_id, a.name, a.email, a.locale
    from ${Membership} m join accounts a on a.id = m.account_id
    where m.staff_role = 'owner' and a.status = 'active' order by m.account_id`;
