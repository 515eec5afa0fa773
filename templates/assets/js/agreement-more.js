// What few visits to an agreement need: loaded when somebody shares one, opens
// what was shared, or takes its meetings into a calendar (agreement/more.js).
import { calendarOf } from "./agreement/calendar.js";
import { offer } from "./agreement/offer.js";
import { pack } from "./agreement/packing.js";

document.currentScript.dispatchEvent(new CustomEvent("ready", { detail: { calendarOf, offer, pack } }));
