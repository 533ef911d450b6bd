// How far a day is (还有 N 天、已过 N 天), counted when the page is read. Without this script the date itself is enough.
{
  const DAY = 24 * 60 * 60 * 1000;
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());

  const distance = (days) => {
    if (days === 0) return "就是今天";
    return days > 0 ? `还有${days}天` : `已过${-days}天`;
  };

  for (const time of document.querySelectorAll("time[data-days]")) {
    const days = Math.round((Date.parse(time.dateTime) - today) / DAY);
    if (Number.isFinite(days)) {
      const words = document.createElement("span");
      words.className = "days not-printed";
      words.textContent = `（${distance(days)}）`;
      const place = time.parentElement.querySelector("[data-days-place]");
      if (place) place.append(words);
      else time.after(words);
    }
  }
}
