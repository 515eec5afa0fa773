// What every page is better with, and works without.
import { contents } from "./contents.js";
import { printing } from "./printing.js";
import { schemes } from "./schemes.js";
import { searching } from "./searching.js";
import { worker } from "./worker.js";

schemes();
printing();
searching();
contents();
worker();
