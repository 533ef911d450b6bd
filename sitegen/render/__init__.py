"""Page -> Output (渲染): templates, Markdown, static files, search index, feeds.

Sees the site map and its views, never the portal: what a template lacks, ``derive`` puts into the view.
"""
