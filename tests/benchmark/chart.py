"""The plot of cost against size, as SVG: seconds of each stage over the number of tasks, both axes logarithmic."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape

WIDTH, HEIGHT = 760, 480
LEFT, RIGHT, TOP, BOTTOM = 60, 170, 30, 50
COLOURS = ("#1b5e8c", "#b3261e", "#2e7d32", "#8e5a00", "#6a3d9a", "#00796b", "#ad1457", "#455a64", "#5d4037", "#000000")
LEAST = 0.01
Costs = Mapping[str, Sequence[tuple[int, float]]]


def draw(costs: Costs) -> str:
    """One line for each stage; a line that rises as steeply as the dashed one costs in proportion to the size."""
    sizes = sorted({size for points in costs.values() for size, _ in points})
    top = max(spent for points in costs.values() for _, spent in points)
    frame = _Frame(math.log10(sizes[0]), math.log10(sizes[-1]), math.log10(LEAST), math.ceil(math.log10(top)))
    body = "\n".join((*_axes(frame, sizes), *_lines(frame, costs)))
    style = "text{font:13px sans-serif;fill:#222}path{fill:none;stroke-width:2}.grid{stroke:#ddd;stroke-width:1}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="各阶段用时随任务数的变化">\n'
        f'<style>{style}</style>\n<rect width="100%" height="100%" fill="#fff"/>\n{body}\n</svg>\n'
    )


class _Frame:
    """Places of sizes and seconds in the picture."""

    def __init__(self, left: float, right: float, bottom: float, top: float) -> None:
        self.left, self.right, self.bottom, self.top = left, max(right, left + 0.1), bottom, max(top, bottom + 1)

    def x(self, size: float) -> float:
        return LEFT + (math.log10(size) - self.left) / (self.right - self.left) * (WIDTH - LEFT - RIGHT)

    def y(self, seconds: float) -> float:
        share = (math.log10(max(seconds, LEAST)) - self.bottom) / (self.top - self.bottom)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def _axes(frame: _Frame, sizes: Sequence[int]) -> Iterator[str]:
    for power in range(math.floor(frame.bottom), math.floor(frame.top) + 1):
        y = frame.y(10**power)
        yield f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/><text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{10**power:g} 秒</text>'
    for size in sizes:
        x = frame.x(size)
        yield f'<path class="grid" d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}"/><text x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{size:,}</text>'
    yield f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">任务数</text>'
    first, last = sizes[0], sizes[-1]
    yield f'<path stroke="#999" stroke-dasharray="5 4" d="M{frame.x(first):.1f} {frame.y(0.1):.1f}L{frame.x(last):.1f} {frame.y(0.1 * last / first):.1f}"/>'


def _lines(frame: _Frame, costs: Costs) -> Iterator[str]:
    free = HEIGHT
    ordered = sorted(costs.items(), key=lambda item: item[1][-1][1])
    for number, (name, points) in enumerate(ordered):
        colour = COLOURS[number % len(COLOURS)]
        path = "L".join(f"{frame.x(size):.1f} {frame.y(spent):.1f}" for size, spent in points)
        yield f'<path stroke="{colour}" d="M{path}"/>'
        free = min(frame.y(points[-1][1]) + 4, free - 16)
        yield f'<text x="{WIDTH - RIGHT + 8}" y="{free:.1f}" style="fill:{colour}">{escape(name)} {points[-1][1]:.2f} 秒</text>'
