// Start of the search page's script.

import { startSearch } from "./page.js";

document.querySelectorAll("[data-search]").forEach(startSearch);
