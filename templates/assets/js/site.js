// What every page is better with, and works without.
import { anchors } from "./anchors.js";
import { checklists } from "./checklists.js";
import { contents } from "./contents.js";
import { menu } from "./menu.js";
import { nextMeeting } from "./next.js";
import { printing } from "./printing.js";
import { roles } from "./roles.js";
import { schemes } from "./schemes.js";
import { searching } from "./searching.js";
import { worker } from "./worker.js";

schemes();
printing();
searching();
roles();
checklists();
contents();
menu();
anchors();
worker();
nextMeeting();
