import { type MarketGig } from "../gig.ts";
import { audio } from "./audio.ts";
import { business } from "./business.ts";
import { design } from "./design.ts";
import { lifestyle } from "./lifestyle.ts";
import { marketing } from "./marketing.ts";
import { programming } from "./programming.ts";
import { video } from "./video.ts";
import { writing } from "./writing.ts";

/** Everything that is sold on the market: sixty gigs in eight fields. */
export const catalogue: readonly MarketGig[] = [
  ...design,
  ...programming,
  ...writing,
  ...marketing,
  ...video,
  ...audio,
  ...business,
  ...lifestyle,
];
