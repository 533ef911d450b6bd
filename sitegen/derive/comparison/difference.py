"""Word differences (词句异同) of two texts: runs that are equal, inserted, deleted, replaced, or differ in form only.

Only the words decide; punctuation and spaces are woven back between them afterwards, so that a moved comma never looks
like a change of wording. Joined, the old sides give the old text exactly and the new sides the new one. Here belongs
what is the same in two given texts; which texts are laid side by side, ``alignment`` decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from rapidfuzz.distance import Indel

from sitegen.derive.comparison.segment import Lexicon, Token, TokenKind, content, is_form, tokens

READABLE = 2
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
        return self.kind not in (SegmentKind.EQUAL, SegmentKind.FORM_ONLY)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with the form characters (punctuation, spaces) that stand before it; the last word of a text is empty."""

    before: str
    text: str
    folded: str
    whole: bool


def difference(old: str, new: str, lexicon: Lexicon) -> tuple[Segment, ...]:
    """Word-level difference of two texts.

    Equal runs too short to read between two changes are taken into the change; where a changed word only grew or shrank
    by whole characters, the common part is left equal, but names, numbers and dates change as a whole.
    """
    if old == new or not old or not new:
        return _joined([_segment(old, new)])
    if content(old) == content(new):
        return _joined(_woven(_characters(old), _characters(new)))
    old_words, new_words = _words(tokens(old, lexicon)), _words(tokens(new, lexicon))
    swap = _key(old_words) > _key(new_words)  # one order only, so that swapping the texts mirrors the difference
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


def _words(found: Iterable[Token]) -> list[_Word]:
    words: list[_Word] = []
    before = ""
    for token in found:
        if token.kind is TokenKind.FORM:
            before += token.text
        else:
            words.append(_Word(before, token.text, token.said, token.whole))
            before = ""
    return [*words, _Word(before, "", "", False)]


def _characters(text: str) -> list[_Word]:
    """Every character that says something as a word of its own."""
    words: list[_Word] = []
    before = ""
    for character in text:
        if content(character):
            words.append(_Word(before, character, content(character), False))
            before = ""
        else:
            before += character
    return [*words, _Word(before, "", "", False)]


def _key(words: Sequence[_Word]) -> tuple[int, list[tuple[str, str, str]]]:
    return len(words), [(word.folded, word.before, word.text) for word in words]


def _woven(old: Sequence[_Word], new: Sequence[_Word]) -> Iterator[Segment]:
    """Segments of the words in order, each with the form characters that belong to it."""
    left, right = [word.folded for word in old[:-1]], [word.folded for word in new[:-1]]
    done_old = done_new = 0
    equal = Indel.opcodes(left, right).as_matching_blocks()
    pairs = [(block.a + step, block.b + step) for block in equal for step in range(block.size)]
    for at_old, at_new in [*pairs, (len(left), len(right))]:
        yield from _gap(old[done_old : at_old + 1], new[done_new : at_new + 1])
        yield _segment(old[at_old].text, new[at_new].text)
        done_old, done_new = at_old + 1, at_new + 1


def _gap(old: Sequence[_Word], new: Sequence[_Word]) -> Iterator[Segment]:
    """What stands before two equal words: changed words, if any, and form characters.

    Form characters that begin or end both sides alike stay equal; others belong to the change beside them.
    """
    left, right = _span(old), _span(new)
    if len(old) == len(new) == 1:
        yield _segment(left, right)
        return
    head = _alike(old[0].before, new[0].before)
    tail = _alike(_last(old, head)[::-1], _last(new, head)[::-1])
    yield _segment(left[:head], right[:head])
    yield _segment(left[head : len(left) - tail], right[head : len(right) - tail])
    yield _segment(left[len(left) - tail :], right[len(right) - tail :])


def _span(words: Sequence[_Word]) -> str:
    return "".join(word.before + word.text for word in words[:-1]) + words[-1].before


def _last(words: Sequence[_Word], head: int) -> str:
    """The form characters before the last word, without those that were taken at the head already."""
    return words[-1].before[head:] if len(words) == 1 else words[-1].before


def _alike(old: str, new: str) -> int:
    """How many form characters begin both texts alike."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1] and not content(pair[0]), zip(old, new, strict=False))
    )


def _joined(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Neighbouring segments of like kind as one; empty ones left out."""
    found: list[Segment] = []
    for segment in segments:
        if not segment.old and not segment.new:
            continue
        if found and (found[-1].kind is segment.kind or (found[-1].changed and segment.changed)):
            segment = _segment(found[-1].old + segment.old, found[-1].new + segment.new)
            found.pop()
        found.append(segment)
    return tuple(found)


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
        found = list(_joined([*found, *run, segment]))
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
