import { type ZlibOptions } from "node:zlib";
import { testSignature } from "../../providers/antivirus/local.ts";
import { Infected, Refused } from "./finding.ts";

/** How much a file may unpack to, over all its pieces and levels. */
export interface UnpackedLimits {
  readonly pieceBytes: number;
  readonly bytes: number;
}

/** Counts what a file unpacks to, over all its pieces and levels, and looks at every piece. */
export class Unpacked {
  readonly #limits: UnpackedLimits;
  #bytes = 0;

  constructor(limits: UnpackedLimits) {
    this.#limits = limits;
  }

  /** How much the next piece may unpack to. */
  get room(): number {
    return Math.min(this.#limits.pieceBytes, this.#limits.bytes - this.#bytes);
  }

  /** Unpacks a piece with one of zlib's functions, never to more than there is room for. */
  unpack(
    packed: Buffer,
    unpacker: (packed: Buffer, options: ZlibOptions) => Buffer,
    options: ZlibOptions = {},
  ): Buffer {
    try {
      return this.look(unpacker(packed, { ...options, maxOutputLength: Math.max(1, this.room) }));
    } catch (failure) {
      if (failure instanceof Error && "code" in failure && failure.code === "ERR_BUFFER_TOO_LARGE")
        throw new Refused("too_much");
      throw failure;
    }
  }

  /** Counts and looks at bytes that are unpacked. */
  look(content: Buffer): Buffer {
    if (content.length > this.room) throw new Refused("too_much");
    this.#bytes += content.length;
    if (content.includes(testSignature)) throw new Infected();
    return content;
  }
}
