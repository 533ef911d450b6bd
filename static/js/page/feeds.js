/* Where the site was built without knowing its host, a calendar's webcal link is made from the address in use. */
(function () {
  "use strict";
  if (!location.protocol.startsWith("http")) return;
  for (const download of document.querySelectorAll("[data-feed]")) {
    if (download.parentElement.querySelector('a[href^="webcal:"]')) continue;
    const link = document.createElement("a");
    link.href = new URL(download.getAttribute("href"), location.href).href.replace(/^https?:/, "webcal:");
    link.textContent = "订阅";
    download.before(link, " ");
  }
})();
