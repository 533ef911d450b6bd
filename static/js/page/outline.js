// Marks in the table of contents the part of the page that is being read. Without this script the contents are plain links.
{
  const outline = document.querySelector("[data-outline]");
  const targets = [...document.querySelectorAll("[data-outline-target]")];
  if (outline && targets.length && "IntersectionObserver" in window) {
    const links = new Map([...outline.querySelectorAll("a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
    const passed = () => targets.filter((target) => links.has(target.id) && target.getBoundingClientRect().top < window.innerHeight / 3);
    let current = null;

    const mark = () => {
      const target = passed().pop();
      const link = target ? links.get(target.id) : null;
      if (link === current) return;
      if (current) current.removeAttribute("aria-current");
      if (link) link.setAttribute("aria-current", "true");
      current = link;
    };

    const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
    targets.forEach((target) => observer.observe(target));
  }
}
