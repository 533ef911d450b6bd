"""Word differences (词句异同) of two texts: runs that are equal, inserted, deleted, replaced, or differ in form only.

Only the words decide; punctuation and spaces are woven back between them afterwards, so that a moved comma never looks
like a change of wording. Joined, the old sides give the old text exactly and the new sides the new one. Here belongs
what is the same in two given texts; which texts are laid side by side, ``alignment`` decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import takewhile

from rapidfuzz.distance import Indel, MatchingBlock

from sitegen.derive.comparison.segment import Lexicon, TokenKind, Words, content, is_form, tokens, words_of

READABLE = 2
# The same words change into the same others in many plans.
KNOWN = 4096
SCRAP = 4


class SegmentKind(StrEnum):
    """Kind of a segment: 相同, 增加, 删去, 替换, 仅标点格式不同."""

    EQUAL = "equal"
    INSERTED = "inserted"
    DELETED = "deleted"
    REPLACED = "replaced"
    FORM_ONLY = "form-only"


@dataclass(frozen=True, slots=True)
class Segment:
    """One run of a difference: what stands in the old text and what in the new one; either may be empty."""

    kind: SegmentKind
    old: str
    new: str

    @property
    def changed(self) -> bool:
        """Whether words differ here."""
        return self.kind is not SegmentKind.EQUAL and self.kind is not SegmentKind.FORM_ONLY


def difference(old: str, new: str, lexicon: Lexicon) -> tuple[Segment, ...]:
    """Word-level difference of two texts.

    Equal runs too short to read between two changes are taken into the change; where a changed word only grew or shrank
    by whole characters, the common part is left equal, but names, numbers and dates change as a whole.
    """
    if old == new:
        return (Segment(SegmentKind.EQUAL, old, new),) if old else ()
    if not old or not new:
        return (_segment(old, new),)
    return _difference(old, new, lexicon)


@lru_cache(KNOWN)
def _difference(old: str, new: str, lexicon: Lexicon) -> tuple[Segment, ...]:
    if content(old) == content(new):
        return _joined(_woven(_characters(old), _characters(new)))
    old_words, new_words = words_of(old, lexicon), words_of(new, lexicon)
    swap = _stands_after(old_words, new_words)  # one order only, so that swapping the texts mirrors the difference
    found = _woven(new_words, old_words) if swap else _woven(old_words, new_words)
    trimmed = (part for segment in _readable(_joined(found)) for part in _trimmed(segment, lexicon))
    result = _joined(_readable(_joined(trimmed)))
    return mirrored(result) if swap else result


def mirrored(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """The same difference read the other way round."""
    return tuple(_segment(segment.new, segment.old) for segment in segments)


def _segment(old: str, new: str) -> Segment:
    if old == new:
        return Segment(SegmentKind.EQUAL, old, new)
    if content(old) == content(new):
        return Segment(SegmentKind.FORM_ONLY, old, new)
    if not content(old):
        return Segment(SegmentKind.INSERTED if not old else SegmentKind.REPLACED, old, new)
    return Segment(SegmentKind.REPLACED if new else SegmentKind.DELETED, old, new)


def _characters(text: str) -> Words:
    """Every character that says something as a word of its own."""
    said = [(place, word) for place, character in enumerate(text) if (word := content(character))]
    places = [place for place, _ in said]
    length = len(text)
    return Words(
        text, tuple(word for _, word in said), (*places, length), (*(place + 1 for place in places), length)
    )


def _stands_after(one: Words, other: Words) -> bool:
    """Whether a text stands after another in some fixed order."""
    if len(one.said) != len(other.said):
        return len(one.said) > len(other.said)
    return next((mine > its for mine, its in zip(_keys(one), _keys(other), strict=True) if mine != its), False)


def _keys(words: Words) -> Iterator[tuple[str, str, str]]:
    return ((said, words.before(place), words.word(place)) for place, said in enumerate((*words.said, "")))


def _woven(old: Words, new: Words) -> Iterator[Segment]:
    """Segments of the words in order, each with the form characters that belong to it."""
    done_old = done_new = 0
    for block in Indel.opcodes(old.said, new.said).as_matching_blocks():
        yield from _gap(old, new, (done_old, block.a), (done_new, block.b))
        yield from _kept(old, new, block)
        done_old, done_new = block.a + block.size, block.b + block.size


def _kept(old: Words, new: Words, block: MatchingBlock) -> Iterator[Segment]:
    """Words in a row that say the same."""
    if not block.size:
        return
    left = old.text[old.begins[block.a] : old.ends[block.a + block.size - 1]]
    right = new.text[new.begins[block.b] : new.ends[block.b + block.size - 1]]
    if left == right:
        yield Segment(SegmentKind.EQUAL, left, right)
        return
    for step in range(block.size):
        if step:
            yield _segment(old.before(block.a + step), new.before(block.b + step))
        yield _segment(old.word(block.a + step), new.word(block.b + step))


def _gap(old: Words, new: Words, olds: tuple[int, int], news: tuple[int, int]) -> Iterator[Segment]:
    """What stands before two words that say the same: changed words, from one place to another, if any, and form characters.

    Form characters that begin or end both sides alike stay equal; others belong to the change beside them.
    """
    left, right = old.span(*olds), new.span(*news)
    if olds[0] == olds[1] and news[0] == news[1]:
        yield _segment(left, right)
        return
    head = _alike(old.before(olds[0]), new.before(news[0]))
    tail = _alike(_last(old, *olds, head)[::-1], _last(new, *news, head)[::-1])
    yield _segment(left[:head], right[:head])
    yield _segment(left[head : len(left) - tail], right[head : len(right) - tail])
    yield _segment(left[len(left) - tail :], right[len(right) - tail :])


def _last(words: Words, start: int, end: int, head: int) -> str:
    """The form characters before the word at the end, without those that were taken at the head already."""
    return words.before(end)[head:] if start == end else words.before(end)


def _alike(old: str, new: str) -> int:
    """How many form characters begin both texts alike."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1] and not content(pair[0]), zip(old, new, strict=False))
    )


def _joined(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Neighbouring segments of like kind as one; empty ones left out."""
    found: list[Segment] = []
    for segment in segments:
        _append(found, segment)
    return tuple(found)


def _append(found: list[Segment], segment: Segment) -> None:
    """Put a segment after others, into the last one where that is of like kind."""
    if not segment.old and not segment.new:
        return
    if found and (found[-1].kind is segment.kind or (found[-1].changed and segment.changed)):
        last = found.pop()
        segment = _segment(last.old + segment.old, last.new + segment.new)
    found.append(segment)


def _readable(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Runs too short to read between two changes are taken into the change."""
    found: list[Segment] = []
    run: list[Segment] = []
    for segment in segments:
        if not segment.changed:
            run.append(segment)
            continue
        if run and found and _stranded(found[-1], run, segment):
            run = [Segment(SegmentKind.REPLACED, part.old, part.new) for part in run]
        for part in (*run, segment):
            _append(found, part)
        run = []
    return _joined([*found, *run])


def _stranded(before: Segment, run: Sequence[Segment], after: Segment) -> bool:
    """Whether a run that stayed equal is too short to help: one character, or a scrap between two long changes."""
    length = len(content("".join(part.old for part in run)))
    return length < READABLE or length * SCRAP <= min(_size(before), _size(after))


def _size(segment: Segment) -> int:
    return max(len(content(segment.old)), len(content(segment.new)))


def _trimmed(segment: Segment, lexicon: Lexicon) -> tuple[Segment, ...]:
    """A replaced run without the characters that both sides share at its ends, where no whole token would be cut."""
    alike = segment.old[:1] == segment.new[:1] or segment.old[-1:] == segment.new[-1:]
    if segment.kind is not SegmentKind.REPLACED or not alike:
        return (segment,)
    old, new = _marked(segment.old, lexicon), _marked(segment.new, lexicon)
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    end_old, end_new = len(old) - tail, len(new) - tail
    return tuple(
        _segment(segment.old[a:b], segment.new[c:d])
        for a, b, c, d in ((0, head, 0, head), (head, end_old, head, end_new), (end_old, len(old), end_new, len(new)))
    )


def _marked(text: str, lexicon: Lexicon) -> list[tuple[str, bool]]:
    return [
        (character, token.whole and token.kind is not TokenKind.FORM)
        for token in tokens(text, lexicon)
        for character in token.text
    ]


def _shared(old: Sequence[tuple[str, bool]], new: Sequence[tuple[str, bool]]) -> int:
    """How many characters two texts share at their beginning, none of them in a whole token; 0 if too few to read."""
    same = list(takewhile(lambda pair: pair[0] == pair[1] and not pair[0][1], zip(old, new, strict=False)))
    words = sum(1 for (character, _), _ in same if not is_form(character))
    return len(same) if words >= READABLE else 0
