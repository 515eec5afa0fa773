// The search: loaded when it is first asked for (searching.js). The files of
// the index are classic scripts that call mentorbookSearch with what they hold.
import { dialog } from "./search-dialog.js";
import { Engine } from "./search-engine.js";
import { receive } from "./search-files.js";

const at = document.currentScript.dataset;
const engine = new Engine(at.index, at.root);

window.mentorbookSearch = Object.assign(receive, {
  open: dialog(engine),
  find: (query, options) => engine.find(query, options),
});
