// What every page is better with, and works without.
import { printing } from "./printing.js";
import { menus } from "./menus.js";

menus();
printing();
