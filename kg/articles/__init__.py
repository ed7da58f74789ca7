"""Articles: reading text files, records, saved web pages and folders of them, each article once.

`Article.text` is settled here once and never altered after. What reading settles:

* UTF-8 only, with or without a byte order mark; line ends of a `.txt` file become `\\n`.
* A lone surrogate, a control character other than tab and line ends, and U+FFFE, U+FFFF become
  U+FFFD one for one, so that offsets hold and every later stage can write UTF-8 and XML.
* `issued` keeps the day as the publisher wrote it: a time of day and its time zone are left out.
* For a web page, `text` is its main text as trafilatura finds it.

Whatever cannot be read is told as a `Problem` with its place and the way out; the rest goes on.
"""

from kg.articles.sources import read

__all__ = ["read"]
