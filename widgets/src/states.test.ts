import { allScenes } from "../states/all.ts";
import { everyState } from "../test/every-state.ts";

everyState(allScenes.filter((_, place) => place % 2 === 0));
