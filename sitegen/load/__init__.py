"""Documents -> Portal, or problems (读入): what YAML files may hold, how official words are read, references resolved.

``schema`` says what an editor may type, ``reading`` holds the grammars of deadlines and units, ``validate`` turns a file
into its record and words what is wrong with ``fixes``, ``registry``, ``plans`` (with ``plan_checks``) and ``links`` turn
records into the model, ``texts`` gathers what was typed for the checks of texts, ``rules`` finds what is wrong across
files and in texts, ``codes`` lists every problem code, ``portal`` puts it together. Every problem of every file is
collected before anything stops. The only home of pydantic; the grammars need none of it and can be imported alone.
"""
