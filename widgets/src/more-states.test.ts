import { allScenes } from "../states/all.ts";
import { everyState } from "../test/every-state.ts";

// The other half, in a file of its own: two are run at a time.
everyState(allScenes.filter((_, place) => place % 2 === 1));
