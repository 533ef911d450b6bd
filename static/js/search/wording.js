// Everything that the search says to a reader.

export const KINDS = {
  task: "任务", item: "条目", unit: "单位", plan: "文件", term: "术语", page: "页面", known: "未收录文件",
};
export const FILTERS = { kind: "类型", place: "地区", year: "年份", unit: "责任单位", deadline: "完成时限" };
export const FACETS = ["unit", "deadline"];
export const MORE_FILTERS = "按责任单位、完成时限筛选";
export const DIRECT = "直接打开：";

/** What follows the first of many pages of one name. */
export function furtherPages(count) {
  return `等${count}页`;
}

const MOST_NAMED = 5;

/** What opens the values of a filter that are not shown at once. */
export function restOf(count) {
  return `其余${count}个`;
}

const quoted = (words) => words.map((word) => `“${word}”`).join("、");

/** How many results there are, for the status line. */
export function statusOf(full, partial) {
  if (full > 0) {
    return partial > 0 ? `找到 ${full} 条结果，另有 ${partial} 条部分匹配。` : `找到 ${full} 条结果。`;
  }
  return partial > 0 ? `没有完全匹配的结果，有 ${partial} 条部分匹配。` : "没有找到结果。";
}

/**
 * Notes on how a query was understood: {text, links}, a sentence each, `links` words that lead to other queries, {words, asks}:
 * the text of the query and whether it is to be searched as typed.
 */
export function notesOf({ query: { groups, truncated }, typed, meant, others, proposed }) {
  const unknown = groups.filter(({ kind }) => kind === "unknown").map(({ words }) => words);
  const renamed = groups
    .map(({ words, alternatives }) => ({ words, others: alternatives.slice(1).map((other) => other.words) }))
    .map(({ words, others }) => ({ words, others: others.filter((other) => !other.includes(words)) }))
    .filter(({ others }) => others.length > 0)
    .map(({ words, others }) => ({ text: `查找“${words}”时，也查找了${quoted(others.slice(0, MOST_NAMED))}${others.length > MOST_NAMED ? "等" : ""}。` }));
  const link = (words, text, asTyped = false) => ({ words, asks: { text, asTyped } });
  const notes = [
    ...(meant ? [{ text: `没有与“${typed.trim()}”完全对应的内容，已改为搜索“${meant}”。`, links: [link(`仍按“${typed.trim()}”搜索`, typed, true)] }] : []),
    ...(others.length > 0 ? [{ text: "也可能是", links: others.map((words) => link(`“${words}”`, words)) }] : []),
    ...(proposed ? [{ text: `您要找的可能是“${proposed}”。`, links: [link(`搜索“${proposed}”`, proposed)] }] : []),
    ...(unknown.length > 0 ? [{ text: `本站没有与${quoted(unknown)}有关的内容。` }] : []),
    ...renamed,
    ...(truncated ? [{ text: "查询文字太长，只查找了前面的部分。" }] : []),
  ];
  return notes.map((note) => ({ links: [], ...note }));
}

export const NOTHING_ASKED = "请输入要查找的词语。";
export const LOADING = "正在查找……";
export const FAILED = "没能读取检索文件。请检查网络，再试一次；如果网站刚刚更新，请刷新本页。";
