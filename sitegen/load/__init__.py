"""Documents -> Portal, or problems (读入): what YAML files may hold, how official words are read, references resolved.

``schema`` says what an editor may type, ``reading`` holds the grammars of deadlines and units, ``validate`` turns a file
into its record, ``registry``, ``plans`` and ``links`` turn records into the model, ``rules`` finds what is wrong across
files, ``portal`` puts it together. Every problem of every file is collected before anything stops. The only home of
pydantic; the grammars need none of it and can be imported alone.
"""
