// Short and full names of units: 发改局 and 发展改革局, 人社局 and 人力资源和社会保障局, without a list of pairs.

const LEVELS = "省市区县镇乡";
// Words for the kind of a body; those in one line are taken for one another (发改委 is asked for where 发改局 is meant).
const KINDS = [
  ["委员会", "分局", "局", "委", "厅"],
  ["办公室", "办公厅", "办"],
  ["街道办事处", "街道办", "办事处", "街道"],
  ["中心"], ["支队"], ["大队"], ["公司"], ["集团"], ["院"], ["所"], ["站"], ["会"], ["镇"], ["乡"], ["部"], ["社"],
];
const ENDINGS = [].concat(...KINDS.map((endings, kind) => endings.map((ending) => ({ ending, kind }))))
  .sort((left, right) => right.ending.length - left.ending.length);
const GOVERNMENT = new RegExp(`^.*([${LEVELS}])(政府.*)$`, "u");
const MOST_NAMES = 5;

/** The names of units, each entry [official name, alias, …], ready to be matched. */
export function prepareUnits(entries, normalise) {
  return entries.map((names) => new Unit(names, normalise));
}

/** A unit's names, normalised and parsed when a query first asks for them: most ask for no unit. */
class Unit {
  constructor(written, normalise) {
    Object.assign(this, { written, normalise, known: null, read: null });
  }

  get names() {
    this.known = this.known || this.written.map(this.normalise);
    return this.known;
  }

  get parsed() {
    this.read = this.read || [].concat(...this.names.map(parse));
    return this.read;
  }
}

/** Whether words end like the name of a unit. */
export function endsLikeUnit(words) {
  return ENDINGS.some(({ ending }) => words.endsWith(ending) && words.length > ending.length + 1);
}

/**
 * The units that words like 区发改局 may mean: {known, names}. `known` says whether some name holds the words as they
 * are; `names` are the names that do not, the closest first.
 */
export function unitsNamed(words, units) {
  const own = parse(words);
  const measured = units.map((unit) => ({ unit, close: closeness(own, unit.parsed) + (unit.names.includes(words) ? 1 : 0) }));
  const found = measured.filter(({ close }) => close > 0).sort((left, right) => right.close - left.close);
  // 教育局 is 教育和体育局, and so is 教体局, which shortens the same name.
  const further = measured.filter(({ close, unit }) => close === 0
    && found.some((other) => isShorter(unit.parsed, other.unit.parsed) && agreeOnLevel(own, unit.parsed)));
  const names = new Set([].concat(...found.concat(further).map(({ unit }) => unit.names)));
  const others = Array.from(names).filter((name) => !name.includes(words));
  return { known: others.length < names.size, names: others.slice(0, MOST_NAMES) };
}

/** Names of units whose core a word without ending, like 发改, shortens by leaving characters out. */
export function unitsShortenedTo(word, units) {
  const skips = ({ core }) => shortens(word, core) && !core.includes(word);
  const names = new Set([].concat(...units.filter(({ parsed }) => parsed.some(skips)).map((entry) => entry.names)));
  return Array.from(names).slice(0, MOST_NAMES);
}

/** Names of units whose core is a word: 民政 in 区民政局. */
export function unitsCalled(word, units) {
  const called = units.filter(({ parsed }) => parsed.some(({ core, kind }) => core === word && kind >= 0));
  return Array.from(new Set([].concat(...called.map(({ names }) => names.filter((name) => name.includes(word)))))).slice(0, MOST_NAMES);
}

/** The ways to read a name as level, core and kind of body: 市场监管局 may be 市's 场监管局 or one of no stated level. */
function parse(name) {
  const { ending, kind } = ENDINGS.find((candidate) => name.endsWith(candidate.ending)) || { ending: "", kind: -1 };
  const core = name.slice(0, name.length - ending.length).replace("人民政府", "政府");
  const ofGovernment = core.match(GOVERNMENT);
  if (ofGovernment) {
    return [{ level: ofGovernment[1], core: ofGovernment[2], kind, mayHoldLevel: false }];
  }
  const mayHoldLevel = core.length > 2 && LEVELS.includes(core[0]);
  const whole = { level: "", core, kind, mayHoldLevel };
  return mayHoldLevel ? [whole, { level: core[0], core: core.slice(1), kind, mayHoldLevel: false }] : [whole];
}

/** 2 if one name shortens the other, 1 if what is asked for is a piece of the name, 0 if they are different bodies. */
function closeness(asked, named) {
  let closest = 0;
  for (const one of asked) {
    for (const other of named) {
      if (one.kind === other.kind && one.kind >= 0 && !(one.level && other.level && one.level !== other.level)) {
        const isShortened = shortens(one.core, other.core) || shortens(other.core, one.core);
        const isPiece = one.core.length > 1 && !other.mayHoldLevel && other.core.includes(one.core);
        closest = Math.max(closest, isShortened ? 2 : Number(isPiece));
      }
    }
  }
  return closest;
}

/** Whether names of one kind of body shorten fuller ones. */
function isShorter(short, full) {
  return short.some((one) => full.some((other) => one.kind === other.kind && one.kind >= 0
    && one.level === other.level && one.core.length < other.core.length && shortens(one.core, other.core)));
}

function agreeOnLevel(asked, named) {
  const levels = named.map(({ level }) => level).filter((level) => level !== "");
  return asked.every(({ level, mayHoldLevel }) => level === "" || mayHoldLevel || levels.length === 0 || levels.includes(level));
}

/** Whether a core begins like a fuller one and leaves characters of it out: 人社 in 人力资源和社会保障. */
function shortens(short, full) {
  return short.length > 1 && short[0] === full[0] && isSubsequence(short, full);
}

function isSubsequence(short, full) {
  let at = -1;
  return Array.from(short).every((character) => {
    at = full.indexOf(character, at + 1);
    return at >= 0;
  });
}
