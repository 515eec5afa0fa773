// What only a pair's sealed page needs: it opens the page with the key in the
// link's fragment, which no server ever sees.
import { openSealed } from "./sealed/open.js";

openSealed(document.querySelector("[data-sealed]"));
