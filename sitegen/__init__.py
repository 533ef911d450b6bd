"""Static site generator for portals of open-government work plans (政务公开工作要点).

The house, in the order in which content flows through it (each room turns one kind of value into the next)::

    content/ -> source -> load -> model.Portal -> derive -> pages -> render -> verify -> publish -> build/

``source`` reads files, ``load`` understands them, ``model`` is what the portal knows, ``derive`` makes one finished
view per page, ``pages`` lists every address of the site, ``render`` turns views into bytes, ``verify`` examines the
finished site, ``publish`` writes it. ``build`` is the table of contents of that flow, ``understanding`` its first part,
``preview`` shows one page of it at a time; ``cli`` and ``serve`` are the doors to the world. ``memo``, ``packing``, ``problems``, ``settings``
and ``position`` stand below every room.
"""

__version__ = "0.1.0"
