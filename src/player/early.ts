/** Runs in the head: the first paint is already a slide, or already a page to read. */
import { setReading, startsReading } from './start.ts';

setReading(startsReading(location.hash));
