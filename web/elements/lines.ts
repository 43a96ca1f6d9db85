import { PLACE_DASHES, placeColour } from '../charts/series.ts';

/** The line of each place on the table, as the charts draw it. */
export const LINES = PLACE_DASHES.map((dash, place) => ({ colour: placeColour(place), dash }));
