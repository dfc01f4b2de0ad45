"""A table whose notes try to do something to whoever reads the report."""

from __future__ import annotations

from tests.report.sample import BREDA

LINES = """
<script>alert(1)</script> wie leest dit? ## ouders q:script
=HYPERLINK("http://example.org";"klik") mag dat? ## ouders q:formula
<img src=x onerror=alert(1)> ## tijd e:mee
\x1b[31mrood\x1b[0m en \u202edraai om ## tijd q:turn
[klik hier](http://example.org) *nu* & straks ## tijd a:turn
</style></script><base href="http://example.org"> ## profiel
"""
TABLE = (BREDA, '9"><b>', "<i>mbo</i>", "breda/<img src=x onerror=alert(2)>.txt", LINES)
