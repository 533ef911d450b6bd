"""Portal -> views (派生): one finished, worded, sorted, linked value per page. Pure: same portal, same views.

``urls`` gives every address, ``index`` looks things up by id, ``sentences`` cuts texts, ``wording`` says readings in
Chinese; then one module per kind of page. Nothing here validates, reads files, or knows a template.
"""
