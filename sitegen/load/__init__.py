"""Documents -> Portal, or problems (读入): what YAML files may hold, how official words are read, references resolved.

``schema`` says what an editor may type, ``reading`` holds the grammars of deadlines and units, ``validate`` turns a file
into its record, ``registry``, ``plans`` and ``links`` turn records into the model, ``rules`` finds what is wrong across
files. Every problem of every file is collected before anything stops. The only home of pydantic.
"""

from sitegen.load.portal import Loaded, load_portal

__all__ = ["Loaded", "load_portal"]
