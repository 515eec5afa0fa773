// What only the blank agreement and an open pair's own page need.
import { agreementPage } from "./agreement/page.js";

agreementPage(document);
