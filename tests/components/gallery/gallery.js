// Frames of the gallery as high as what they show.
for (const frame of document.querySelectorAll("[data-fit]")) {
  const fit = () => { frame.height = frame.contentDocument.documentElement.scrollHeight + 4; };
  frame.addEventListener("load", fit);
  if (frame.contentDocument.readyState === "complete") fit();
}
