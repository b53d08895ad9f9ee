"""Runs the examples of the documents for DuckDB and jq as they stand.

Called in a folder with the exports, with `zoom-errors` in PATH and the documents as arguments.
"""

import os
import re
import subprocess
import sys

import duckdb


def blocks(text, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


def files():
    return {file.name: file.stat().st_size for file in os.scandir()}


ran = 0
for document in sys.argv[1:]:
    with open(document, encoding="utf-8") as file:
        text = file.read()
    queries = blocks(text, "sql")
    if queries:
        # The log that the queries read stands in front of them.
        with open("app.jsonl", "w", encoding="utf-8") as log:
            log.write(blocks(text, "json")[0])
    for query in queries:
        rows = duckdb.sql(query).fetchall()
        columns = list(zip(*rows))
        if not columns or any(all(cell is None for cell in column) for column in columns):
            sys.exit(f"{document}: nothing comes of\n{query}")
        ran += 1
    for command in (block for block in blocks(text, "sh") if re.search(r"^jq |\| jq ", block, re.M)):
        before = files()
        run = subprocess.run(["bash", "-euo", "pipefail", "-c", command], stdout=subprocess.PIPE)
        made = [size for name, size in files().items() if name not in before]
        if run.returncode != 0 or not (run.stdout or any(made)):
            sys.exit(f"{document}: nothing comes of\n{command}")
        ran += 1
print(f"{ran} examples ran")
sys.exit(ran == 0)
