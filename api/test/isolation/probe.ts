import { type Kind } from "./callers.ts";
import { type Cast } from "./world.ts";

/** How one procedure is probed. */
export interface Probe {
  /** A valid input made of what a tenant has; for another tenant's, the same made of theirs. */
  readonly input: (cast: Cast) => Record<string, unknown>;
  /** Whom the rows of this input belong to, beside the site's team and servers; they are not found by its other people. */
  readonly owners?: readonly Kind[];
  /** Everybody of the site whom the audience lets in may name these rows. */
  readonly isShared?: true;
  /** The refusals by which an own row may answer, when its state asks for one; `200` unless told. */
  readonly answers?: readonly string[];
  /** Who makes the call that must succeed, when it changes something; else the first who may. */
  readonly by?: Kind;
  /** A stranger is answered like the owner, on purpose. */
  readonly answersAlike?: true;
  /** Ends the session of whoever calls it signed in, so only others ask. */
  readonly endsCaller?: true;
  /** The token in this input is the whole credential: whoever holds it is its owner, wherever they call from. */
  readonly isBearer?: true;
}

type Fields = Record<string, unknown>;

/** A call without anything to name. */
export const plain = (
  input: Fields | ((cast: Cast) => Fields) = {},
  more: Omit<Probe, "input"> = {},
): Probe => ({
  input: typeof input === "function" ? input : () => input,
  ...more,
});

type Named = keyof Cast["ids"];

/** A call about one thing, named by `id`. */
export const about = (
  name: Named,
  owners: readonly Kind[] = [],
  {
    and = () => ({}),
    ...more
  }: Omit<Probe, "input" | "owners"> & { readonly and?: (cast: Cast) => Fields } = {},
): Probe => ({ input: (cast) => ({ id: cast.ids[name], ...and(cast) }), owners, ...more });
